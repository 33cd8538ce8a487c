import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { type DeploymentConfig, type LoadedConfig, readSettings, type Settings } from '../config.ts';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { type LoadOptions, loadPlugins } from '../modules/load-plugins.ts';
import { stuckImports } from '../modules/watch/stuck-notes.ts';
import { onDatabase } from '../tenancy/connection-strings.ts';
import { ownsPostgres, tellSupervisor } from './under-supervisor.ts';

const controlDatabase = 'tinhthong';

/** What every command starts from: the configuration of this folder, the environment, and a database. */
export interface Deployment {
  readonly config: LoadedConfig;
  readonly settings: Settings & { readonly databaseUrl: string };
  readonly log: Logger;
  /** Stops the embedded PostgreSQL where this process started it. */
  close(): Promise<void>;
}

export interface DeploymentOptions {
  readonly logLevel?: string;
  /** In place of the one in this folder. */
  readonly config?: LoadedConfig;
  readonly safeMode?: boolean;
}

export async function readConfig(options: Omit<LoadOptions, 'from'> = {}): Promise<LoadedConfig> {
  const file = resolve('tinhthong.config.ts');
  const module = (await import(pathToFileURL(file).href).catch((error: Error) => {
    throw new Error(`Không đọc được cấu hình / cannot read the configuration ${file}: ${error.message}`, { cause: error });
  })) as { default: DeploymentConfig };
  return { ...module.default, plugins: await loadPlugins(module.default.plugins, { ...options, from: file }) };
}

export async function openDeployment(options: DeploymentOptions = {}): Promise<Deployment> {
  const { safeMode = false } = options;
  const settings = { ...readSettings(process.env), safeMode };
  await mkdir(settings.dataDir, { recursive: true });
  const config = options.config ?? (await readConfig({ safeMode, stuck: await stuckImports(settings.dataDir) }));
  const log = createLog(options.logLevel ?? settings.logLevel);
  if (settings.databaseUrl !== undefined) {
    return { config, settings: { ...settings, portal: config.portal, databaseUrl: settings.databaseUrl }, log, close: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres'), onLog: (line) => log.debug(line) });
  const ours = !server.attached || process.env[ownsPostgres] === '1';
  if (ours) tellSupervisor('started-postgres');
  await ensureDatabase(server.url);
  return {
    config,
    settings: { ...settings, portal: config.portal, databaseUrl: onDatabase(server.url, controlDatabase) },
    log,
    close: async () => {
      if (ours && !(await usedByOthers(server.url))) await server.stop();
    },
  };
}

/** Runs a command's work on the kernel alone, without serving. One that gets rid of a bad plugin does so in safe mode. */
export async function withKernel<T>(work: (kernel: OpenKernel, deployment: Deployment) => Promise<T>, options: DeploymentOptions = {}): Promise<T> {
  const deployment = await openDeployment({ logLevel: 'warn', ...options });
  try {
    const { config, settings, log } = deployment;
    const kernel = await createKernel({ ...settings, plugins: config.plugins, log });
    try {
      return await work(kernel, deployment);
    } finally {
      await kernel.close();
    }
  } finally {
    await deployment.close();
  }
}

/** JSON lines; what could name a person never gets there, and credentials are cut out should anybody pass them. */
export function createLog(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: { paths: ['*.password', '*.authorization', '*.cookie', 'password', 'authorization', 'cookie'], censor: '[cut]' } },
    pino.destination({ dest: 2, sync: false, minLength: 4_096, periodicFlush: 1_000 }),
  );
}

/** Whether another process has attached to the PostgreSQL that this one started. Its own sessions take a moment to end. */
async function usedByOthers(url: string): Promise<boolean> {
  return asked(url, async (client) => {
    for (let turn = 0; turn < 20; turn += 1) {
      const { rowCount } = await client.query(`select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`);
      if (rowCount === 0) return false;
      await sleep(50);
    }
    return true;
  });
}

function ensureDatabase(url: string): Promise<void> {
  return asked(url, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [controlDatabase]);
    if (rowCount === 0) await client.query(`create database ${controlDatabase}`);
  });
}

async function asked<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
