import type { AddressInfo } from 'node:net';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { DeploymentConfig, Settings } from './config.ts';
import { createKernel, type OpenKernel } from './create-kernel.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { nationalSite } from './http/national-site.ts';
import { postgresEngine } from './jobs/engine.ts';
import { startWork } from './start-work.ts';

export interface RunningServer {
  readonly kernel: OpenKernel;
  readonly port: number;
  stop(): Promise<void>;
}

const leastFreeBytes = 500 * 1024 ** 2;
// Together less than the 30 s after which a supervisor, and `untilStopped`, lose patience.
const announceMs = 1_000;
const finishRequestsMs = 15_000;
const finishWorkMs = 8_000;
const closeMs = 2_000;

/** Starts serving and working. Ready when this returns. */
export async function startServer(
  config: DeploymentConfig,
  settings: Settings & { readonly databaseUrl: string },
  log: Logger,
): Promise<RunningServer> {
  const onError = (error: Error) => log.warn({ err: error }, 'queue engine');
  const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
  const engine = await postgresEngine(settings.databaseUrl, onError);
  let accepting = true;

  async function ready() {
    const checks: Record<string, string> = { accepting: accepting ? 'ok' : 'stopping' };
    const fault = (error: unknown) => (error instanceof Error ? error.message : 'failed');
    checks['controlDatabase'] = await sql`select 1`.execute(kernel.registry.db).then(() => 'ok', fault);
    checks['disk'] = await statfs(settings.dataDir).then(({ bavail, bsize }) => (bavail * bsize > leastFreeBytes ? 'ok' : 'less than 500 MB free'), fault);
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  const app = createApp(kernel, {
    secure: settings.secure,
    trustedProxies: settings.trustedProxies,
    perMinute: settings.perMinute,
    indexHost: 'localhost',
    national: {
      'ministry.localhost': await nationalSite(kernel, 'ministry', settings),
      'platform.localhost': await nationalSite(kernel, 'platform', settings),
    },
    ready,
  });
  const work = startWork(kernel, engine);
  const server = await listen(app, settings);
  // Whoever is told so with the answer does not send the next request on a connection that is about to close.
  server.prependListener('request', (_request, response) => {
    if (!accepting) response.setHeader('connection', 'close');
  });

  return {
    kernel,
    port: (server.address() as AddressInfo).port,
    /** Not ready → finish requests → give jobs back → close. What does not end in time is left: nothing is lost by it. */
    async stop() {
      accepting = false;
      await sleep(announceMs);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      await atMost(finishRequestsMs, closed);
      server.closeAllConnections();
      await atMost(finishWorkMs, work.stop());
      await atMost(closeMs, kernel.close());
    },
  };
}

async function atMost(ms: number, done: Promise<void>): Promise<void> {
  await Promise.race([done, sleep(ms, undefined, { ref: false })]);
}
