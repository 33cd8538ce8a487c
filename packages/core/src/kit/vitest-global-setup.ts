import type { TestProject } from 'vitest/node';
import { resolveTestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's connection string to the PostgreSQL server of this test run. */
    adminUrl: string;
  }
}

/** One server a run; what it answers stops the server at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await resolveTestServer();
  project.provide('adminUrl', server.url);
  return server.stop;
}
