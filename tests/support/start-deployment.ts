import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Role } from '../../packages/core/src/config.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { freePort } from './free-port.ts';
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
  readonly dataDir: string;
  /** Runs a command of the CLI to its end, and answers what it printed. */
  tinhthong(...words: readonly string[]): Promise<string>;
  /** Runs a command that may fail. */
  attempt(words: readonly string[], env?: Readonly<Record<string, string>>): Promise<Attempted>;
  /** Runs a command that kills itself at a labelled step; rejects where it never comes to it. */
  crash(label: string, ...words: readonly string[]): Promise<void>;
  /** `tinhthong start` as a process of its own; ready when this returns. Each needs a port to itself. */
  startServer(options?: ServerOptions): Promise<ServerProcess>;
  /** Ends PostgreSQL with all its processes at once, as a power cut would. */
  killPostgres(): Promise<void>;
  startPostgres(): Promise<void>;
  /** Sent to the deployment's port, or to the nodes in turn where it was given several. */
  request(request: Omit<HttpRequest, 'port'>): Promise<HttpAnswer>;
  /** A superuser's connection to a province's database, or to another one of the server. */
  connect(to: { readonly province: string } | { readonly database: string }): Promise<pg.Client>;
  /** Everything that the servers wrote. */
  log(): Promise<string>;
}

export interface Attempted {
  /** Its exit code; null where a signal ended it. */
  readonly code: number | null;
  /** What it printed, to whichever output. */
  readonly text: string;
}

export interface ServerOptions {
  readonly role?: Role;
  readonly port?: number;
  /** Over the deployment's environment: another release of the code, say. */
  readonly env?: Readonly<Record<string, string>>;
  /** With the supervisor that starts it again. Default: without, so that a kill hits the server and a test starts the next. */
  readonly supervised?: boolean;
  readonly flags?: readonly string[];
}

export interface DeploymentOptions {
  /** Over the environment that a deployment of the tests has. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ports of the nodes that serve, where there are several: as a balancer has them. */
  readonly ports?: readonly number[];
}

const program = fileURLToPath(new URL('../../packages/core/bin/tinhthong.js', import.meta.url));
const run = promisify(execFile);

/**
 * A deployment as an operator has it: the real program on a port and a data folder of its own, on a PostgreSQL that
 * writes durably. `folder` holds its `tinhthong.config.ts`.
 */
export async function startDeployment(folder: URL, { env = {}, ports }: DeploymentOptions = {}): Promise<Deployment> {
  const dataDir = await testFolder();
  const port = ports?.[0] ?? (await freePort());
  let turn = 0;
  const nextPort = () => (ports === undefined ? port : ports[turn++ % ports.length]!);
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
      REDIS_URL: undefined,
      ...env,
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
    dataDir,
    tinhthong: async (...words) => (await run(process.execPath, [program, ...words], options)).stdout,
    async attempt(words, more = {}) {
      const child = spawn(process.execPath, [program, ...words], { ...options, env: { ...options.env, ...more }, stdio: ['ignore', 'pipe', 'pipe'] });
      let text = '';
      for (const output of [child.stdout, child.stderr]) output.setEncoding('utf8').on('data', (chunk: string) => void (text += chunk));
      const [code] = (await once(child, 'close')) as [number | null];
      return { code, text };
    },
    async crash(label, ...words) {
      const env = { ...options.env, NODE_ENV: 'test', CRASH_AT: label };
      const ended = await run(process.execPath, [program, ...words], { ...options, env }).catch((error: { signal?: string }) => error);
      if (!('signal' in ended) || ended.signal !== 'SIGKILL') throw new Error(`tinhthong ${words.join(' ')} never came to ${label}`);
    },
    async startServer({ role = 'all', port: own = port, env: more = {}, supervised = false, flags = [] } = {}) {
      const log = await open(logFile, 'a');
      const env = { ...options.env, ...more, PORT: String(own) };
      const child = spawn(process.execPath, [program, 'start', '--role', role, ...flags, ...(supervised ? [] : ['--unsupervised'])], { ...options, env, stdio: ['ignore', log.fd, log.fd] });
      await once(child, 'spawn');
      await log.close();
      processes.add(child);
      const ended = once(child, 'exit').then(([code]) => code as number | null);
      void ended.then(() => processes.delete(child));
      await until('the server is ready', async () => {
        if (child.exitCode !== null) throw new Error(`The server ended with ${child.exitCode}:\n${await deployment.log()}`);
        const answer = await httpRequest({ port: own, host: 'localhost', path: '/readyz' }).catch(() => undefined);
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
    request: (request) => httpRequest({ port: nextPort(), ...request }),
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
