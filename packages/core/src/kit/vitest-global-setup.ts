import type { TestProject } from 'vitest/node';
import { makePatternDatabases, type PatternDatabases } from './pattern-databases.ts';
import { resolveTestServer } from './test-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** A superuser's connection string to the PostgreSQL server of this test run. */
    adminUrl: string;
    /** What its worlds start as copies of. */
    patternDatabases: PatternDatabases;
  }
}

/** One server a run; what it answers stops the server at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await resolveTestServer();
  const pattern = await makePatternDatabases(server.url);
  project.provide('adminUrl', server.url);
  project.provide('patternDatabases', { control: pattern.control, province: pattern.province });
  return async () => {
    if (server.kind === 'env') await pattern[Symbol.asyncDispose]();
    await server.stop();
  };
}
