import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { type HttpAnswer, httpRequest, type HttpRequest } from './http-request.ts';
import { until } from './until.ts';

export interface ServerProcess {
  readonly pid: number;
  /** Ended, with its exit code, or null where a signal ended it. */
  readonly ended: Promise<number | null>;
  kill(signal: NodeJS.Signals): void;
}

export interface Deployment extends AsyncDisposable {
  readonly port: number;
  /** Runs a command of the CLI to its end. */
  tinhthong(...words: readonly string[]): Promise<void>;
  /** `tinhthong start` as a process of its own; ready when this returns. */
  startServer(): Promise<ServerProcess>;
  /** Ends PostgreSQL with all its processes at once, as a power cut would. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  request(request: Omit<HttpRequest, 'port'>): Promise<HttpAnswer>;
  /** A superuser's connection to a province's database, or to another one of the server. */
  connect(to: { readonly province: string } | { readonly database: string }): Promise<pg.Client>;
  /** Everything that the servers wrote. */
  log(): Promise<string>;
}

const program = fileURLToPath(new URL('../../packages/core/bin/tinhthong.js', import.meta.url));
const run = promisify(execFile);

/**
 * A deployment as an operator has it: the real program on a port and a data folder of its own, on a PostgreSQL that
 * writes durably. `folder` holds its `tinhthong.config.ts`.
 */
export async function startDeployment(folder: URL): Promise<Deployment> {
  const dataDir = await testFolder();
  const port = await freePort();
  const logFile = join(dataDir, 'tinhthong.log');
  const postgresDir = join(dataDir, 'postgres');
  const options = {
    cwd: fileURLToPath(folder),
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: String(port),
      HOST: '127.0.0.1',
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '1000',
      // What a developer may have set for a server of their own.
      DATABASE_URL: undefined,
      MASTER_KEY_FILE: undefined,
      PUBLIC_HTTPS: undefined,
      TRUSTED_PROXIES: undefined,
    },
  };
  const processes = new Set<ChildProcess>();
  const databases = new Map<string, string>();
  let postgres = await startEmbeddedPostgres({ dataDir: postgresDir });

  async function connect(to: { province: string } | { database: string }): Promise<pg.Client> {
    const url = new URL(postgres.url);
    url.pathname = `/${'database' in to ? to.database : await databaseOf(to.province)}`;
    const client = new pg.Client({ connectionString: url.href });
    // PostgreSQL is killed here on purpose; whoever uses the client learns it from the query.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  /** Remembered: a test may take the control database away. */
  async function databaseOf(province: string): Promise<string> {
    if (!databases.has(province)) {
      const control = await connect({ database: 'tinhthong' });
      const { rows } = await control.query<{ id: string; database: string }>('select id, database from registry.provinces');
      await control.end();
      for (const { id, database } of rows) databases.set(id, database);
    }
    return databases.get(province)!;
  }

  const deployment: Deployment = {
    port,
    tinhthong: async (...words) => void (await run(process.execPath, [program, ...words], options)),
    async startServer() {
      const log = await open(logFile, 'a');
      const child = spawn(process.execPath, [program, 'start'], { ...options, stdio: ['ignore', log.fd, log.fd] });
      await once(child, 'spawn');
      await log.close();
      processes.add(child);
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      void ended.then(() => processes.delete(child));
      await until('the server is ready', async () => {
        if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${await deployment.log()}`);
        const answer = await deployment.request({ host: 'localhost', path: '/readyz' }).catch(() => undefined);
        return answer?.status === 200 ? true : undefined;
      });
      return { pid: child.pid!, ended, kill: (signal) => void child.kill(signal) };
    },
    async killPostgres() {
      const client = await connect({ database: 'postgres' });
      const { rows } = await client.query<{ pid: number }>('select pid from pg_stat_activity');
      // The postmaster first, so that it starts no others in their place.
      for (const pid of [postgres.pid, ...rows.map((row) => row.pid)]) end(pid);
    },
    async startPostgres() {
      postgres = await startEmbeddedPostgres({ dataDir: postgresDir });
    },
    request: (request) => httpRequest({ port, ...request }),
    connect,
    log: () => readFile(logFile, 'utf8').catch(() => ''),
    async [Symbol.asyncDispose]() {
      const left = [...processes];
      for (const child of left) child.kill('SIGKILL');
      await Promise.all(left.map((child) => child.exitCode ?? child.signalCode ?? once(child, 'exit')));
      await removeEmbeddedPostgres(postgresDir);
      await removeEmbeddedPostgres(dataDir);
    },
  };
  return deployment;
}

function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    // A backend may have ended by itself since it was listed.
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}
