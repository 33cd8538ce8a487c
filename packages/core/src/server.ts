import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { statfs } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { LoadedConfig, Settings } from './config.ts';
import { createKernel, type OpenKernel } from './create-kernel.ts';
import { announceCommits } from './jobs/announce-commits.ts';
import { createApp } from './http/app.ts';
import { listen } from './http/listen.ts';
import { nationalSite } from './http/national-site.ts';
import { probes, type Readiness } from './http/probes.ts';
import type { Engine } from './jobs/engine.ts';
import { adminApp } from './monitoring/admin-app.ts';
import { otherPlugins } from './modules/packages/other-plugins.ts';
import { settleStuckNotes } from './modules/watch/stuck-notes.ts';
import { startWork } from './jobs/start-work.ts';

export interface RunningServer {
  readonly kernel: OpenKernel;
  readonly port: number;
  /** Where metrics are answered; undefined where they are not. */
  readonly adminPort: number | undefined;
  /** Resolves when other versions of plugins are to run than those of this process, and it is this node's turn. */
  readonly restart: Promise<void>;
  /** `announceMs`: how long balancers are told of it before. Default 1 s. */
  stop(options?: { readonly announceMs?: number }): Promise<void>;
}

const leastFreeBytes = 500 * 1024 ** 2;
const figuresEveryMs = 60_000;
// Together less than the 30 s after which a supervisor, and `untilStopped`, lose patience.
const announceMs = 1_000;
const finishRequestsMs = 15_000;
const finishWorkMs = 8_000;
const closeMs = 2_000;

/** Starts serving and working. Ready when this returns. */
export async function startServer(
  config: Pick<LoadedConfig, 'plugins'>,
  settings: Settings & { readonly databaseUrl: string },
  log: Logger,
): Promise<RunningServer> {
  const onError = (error: Error) => log.warn({ err: error }, 'queue engine');
  const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
  await settleStuckNotes(kernel, settings.dataDir);
  let accepting = true;

  async function ready(): Promise<Readiness> {
    const checks: Record<string, string> = { accepting: accepting ? 'ok' : 'stopping' };
    // Anybody may ask: why something failed, with its addresses and names, is for the log.
    const failed = (check: string) => (error: unknown) => {
      log.warn({ err: error }, `not ready: ${check}`);
      return 'failed';
    };
    checks['controlDatabase'] = await sql`select 1`.execute(kernel.registry.db).then(() => 'ok', failed('control database'));
    checks['disk'] = await statfs(settings.dataDir).then(({ bavail, bsize }) => (bavail * bsize > leastFreeBytes ? 'ok' : 'less than 500 MB free'), failed('disk'));
    return { ready: Object.values(checks).every((check) => check === 'ok'), checks };
  }

  const { role = 'all' } = settings;
  const app = role === 'worker' ? probes(ready) : await wholeApp();
  const work = role === 'api' ? announceCommits(kernel) : startWork(kernel, await openEngine(settings, onError));
  const server = await listen(app, settings);
  const admin = settings.admin && (await listen(adminApp(kernel, { role, dataDir: settings.dataDir, ready }), settings.admin));
  const writeFigures = () => kernel.requestMeter.write().catch((error: Error) => log.warn({ err: error }, 'figures of the requests are lost'));
  const writing = setInterval(() => void writeFigures(), figuresEveryMs);
  // Whoever is told so with the answer does not send the next request on a connection that is about to close.
  server.prependListener('request', (_request, response) => {
    if (!accepting) response.setHeader('connection', 'close');
  });

  async function wholeApp() {
    return createApp(kernel, {
      secure: settings.secure,
      trustedProxies: settings.trustedProxies,
      perMinute: settings.perMinute,
      national: {
        ministry: await nationalSite(kernel, 'ministry', settings),
        platform: await nationalSite(kernel, 'platform', settings),
      },
      ready,
    });
  }

  return {
    kernel,
    restart: otherPlugins(kernel, settings.databaseUrl),
    port: portOf(server),
    adminPort: admin && portOf(admin),
    /** Not ready → finish requests → give jobs back → close. What does not end in time is left: nothing is lost by it. */
    async stop(options = {}) {
      accepting = false;
      await sleep(options.announceMs ?? announceMs);
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeIdleConnections();
      kernel.streams.stop();
      await atMost(finishRequestsMs, closed);
      server.closeAllConnections();
      await atMost(finishWorkMs, work.stop());
      clearInterval(writing);
      admin?.close();
      admin?.closeAllConnections();
      await atMost(closeMs, writeFigures().then(() => kernel.close()));
    },
  };
}

/** The queue is large: nodes that only answer do without, and none needs both engines. */
async function openEngine({ redisUrl, databaseUrl }: { readonly redisUrl?: string | undefined; readonly databaseUrl: string }, onError: (error: Error) => void): Promise<Engine> {
  if (redisUrl !== undefined) return (await import('./jobs/redis-engine.ts')).redisEngine(redisUrl, onError);
  return (await import('./jobs/postgres-engine.ts')).postgresEngine(databaseUrl, onError);
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function atMost(ms: number, done: Promise<void>): Promise<void> {
  await Promise.race([done, sleep(ms, undefined, { ref: false })]);
}
