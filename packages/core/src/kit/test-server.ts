import { localeFlags } from '../database/embedded/settings.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { removeLeftFolders, testFolder } from './test-folder.ts';

export interface TestServer {
  /** A superuser's connection string, database `postgres`. */
  readonly url: string;
  readonly kind: 'env' | 'container' | 'embedded';
  stop(): Promise<void>;
}

/** Test data may be lost with the machine; writing it safely costs more than most tests do. */
const carelessSettings = {
  max_connections: '300',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
};

/**
 * The PostgreSQL that tests run on: the server in `TEST_DATABASE_URL`, else a container where Docker answers, else an
 * embedded one in a fresh folder that `stop` removes.
 */
export async function resolveTestServer(): Promise<TestServer> {
  const url = process.env['TEST_DATABASE_URL'];
  if (url) return { url, kind: 'env', stop: async () => undefined };
  return (await containerServer()) ?? (await embeddedTestServer());
}

async function containerServer(): Promise<TestServer | undefined> {
  if (!(await dockerAnswers())) return undefined;
  const { PostgreSqlContainer } = await import('@testcontainers/postgresql');
  const settings = Object.entries(carelessSettings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const started = new PostgreSqlContainer('postgres:18')
    .withUsername('postgres')
    .withDatabase('postgres')
    .withEnvironment({ POSTGRES_INITDB_ARGS: localeFlags.join(' ') })
    .withCommand(['postgres', ...settings])
    .start();
  try {
    const container = await started;
    const stop = async () => void (await container.stop());
    return { url: container.getConnectionUri(), kind: 'container', stop };
  } catch (error) {
    // A machine with Docker need not reach a registry.
    console.warn(`Docker answers but does not start postgres:18, the embedded PostgreSQL takes its place: ${(error as Error).message}`);
    return undefined;
  }
}

async function dockerAnswers(): Promise<boolean> {
  try {
    const { getContainerRuntimeClient } = await import('testcontainers');
    await getContainerRuntimeClient();
    return true;
  } catch {
    // No Docker, or a vendor who did not install testcontainers.
    return false;
  }
}

/** A server goes on when its test run is killed; the next run removes it. */
export async function embeddedTestServer(): Promise<TestServer> {
  await removeLeftFolders();
  const dataDir = await testFolder();
  const { url } = await startEmbeddedPostgres({ dataDir, settings: carelessSettings });
  return { url, kind: 'embedded', stop: () => removeEmbeddedPostgres(dataDir) };
}
