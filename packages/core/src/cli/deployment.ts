import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pg from 'pg';
import { pino, type Logger } from 'pino';
import { type DeploymentConfig, readSettings, type Settings } from '../config.ts';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { onDatabase } from '../tenancy/registry.ts';

const controlDatabase = 'tinhthong';

/** What every command starts from: the configuration of this folder, the environment, and a database. */
export interface Deployment {
  readonly config: DeploymentConfig;
  readonly settings: Settings & { readonly databaseUrl: string };
  readonly log: Logger;
  /** Stops the embedded PostgreSQL where this process started it. */
  close(): Promise<void>;
}

export async function readConfig(): Promise<DeploymentConfig> {
  const file = resolve('tinhthong.config.ts');
  const module = (await import(pathToFileURL(file).href).catch((error: Error) => {
    throw new Error(`Không đọc được cấu hình / cannot read the configuration ${file}: ${error.message}`, { cause: error });
  })) as { default: DeploymentConfig };
  return module.default;
}

export async function openDeployment(options: { logLevel?: string } = {}): Promise<Deployment> {
  const config = await readConfig();
  const settings = readSettings(process.env);
  await mkdir(settings.dataDir, { recursive: true });
  const log = createLog(options.logLevel ?? settings.logLevel);
  if (settings.databaseUrl !== undefined) {
    return { config, settings: { ...settings, databaseUrl: settings.databaseUrl }, log, close: async () => {} };
  }
  const server = await startEmbeddedPostgres({ dataDir: join(settings.dataDir, 'postgres'), onLog: (line) => log.debug(line) });
  await ensureDatabase(server.url);
  return {
    config,
    settings: { ...settings, databaseUrl: onDatabase(server.url, controlDatabase) },
    log,
    close: async () => {
      if (!server.attached) await server.stop();
    },
  };
}

/** Runs a command's work on the kernel alone, without serving. */
export async function withKernel<T>(work: (kernel: OpenKernel, deployment: Deployment) => Promise<T>): Promise<T> {
  const deployment = await openDeployment({ logLevel: 'warn' });
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

async function ensureDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [controlDatabase]);
    if (rowCount === 0) await client.query(`create database ${controlDatabase}`);
  } finally {
    await client.end();
  }
}
