import { Hono } from 'hono';
import type { Environment } from './environment.ts';

export interface Readiness {
  readonly ready: boolean;
  /** `ok`, or in a word what is wrong. */
  readonly checks: Readonly<Record<string, string>>;
}

export const probePaths: ReadonlySet<string> = new Set(['/livez', '/readyz']);

/** What a supervisor or balancer asks, whatever the Host: does the process turn, may requests come. */
export function probes(ready: () => Promise<Readiness>): Hono<Environment> {
  const app = new Hono<Environment>();
  app.get('/livez', (c) => c.json({ live: true }));
  app.get('/readyz', async (c) => {
    const state = await ready();
    return c.json(state, state.ready ? 200 : 503);
  });
  return app;
}
