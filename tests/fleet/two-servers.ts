import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../../packages/core/src/database/embedded-postgres.ts';
import { testFolder } from '../../packages/core/src/kit/test-folder.ts';
import { type Deployment, startDeployment } from '../support/start-deployment.ts';

export interface Fleet extends AsyncDisposable {
  readonly deployment: Deployment;
  /** Asks the control database. */
  registry<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>;
  /** Asks a province's database, wherever it lives, as the administrator of its server. */
  inProvince<Row extends object>(id: string, text: string): Promise<Row[]>;
}

/** A deployment with a second PostgreSQL server, `second`, both of them real. */
export async function twoServers(): Promise<Fleet> {
  const deployment = await startDeployment(new URL('./deployment/', import.meta.url));
  const folder = await testFolder();
  const second = await startEmbeddedPostgres({ dataDir: folder });
  const urlFile = join(folder, 'url');
  await writeFile(urlFile, second.url, { mode: 0o600 });
  await deployment.tinhthong('server', 'add', 'second', '--url-file', urlFile);

  async function registry<Row extends object>(text: string, values?: unknown[]): Promise<Row[]> {
    return asked(await deployment.connect({ database: 'tinhthong' }), text, values);
  }

  return {
    deployment,
    registry,
    async inProvince(id, text) {
      const [place] = await registry<{ server: string; database: string }>('select server, database from registry.provinces where id = $1', [id]);
      if (place!.server === 'main') return asked(await deployment.connect({ database: place!.database }), text);
      const client = new pg.Client({ connectionString: second.url.replace(/\/postgres$/, `/${place!.database}`) });
      await client.connect();
      return asked(client, text);
    },
    async [Symbol.asyncDispose]() {
      await deployment[Symbol.asyncDispose]();
      await removeEmbeddedPostgres(folder);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function asked<Row extends object>(client: pg.Client, text: string, values?: unknown[]): Promise<Row[]> {
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}
