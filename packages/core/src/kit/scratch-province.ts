import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import { pino } from 'pino';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { migrateModule } from '../modules/switch-module.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { createProvince } from '../tenancy/provision.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import { onDatabase } from '../tenancy/connection-strings.ts';
import { testFolder } from './test-folder.ts';
import { resolveTestServer } from './test-server.ts';
import { testTemplate } from './test-template.ts';

export interface ScratchProvince {
  readonly kernel: OpenKernel;
  readonly database: Kysely<ProvinceTables>;
}

/** Runs `work` on an empty province, migrated as in production, on the PostgreSQL that tests use; nothing of it is left. */
export async function withScratchProvince<T>(plugins: readonly Plugin[], work: (scratch: ScratchProvince) => Promise<T>): Promise<T> {
  const server = await resolveTestServer();
  const dataDir = await testFolder();
  // Dropping the databases ends connections that are still closing; a query that fails says so itself.
  const onError = () => {};
  const admin = kyselyOn<unknown>(preparedPool({ connectionString: server.url, max: 1, applicationName: 'tinhthong scratch', statementTimeout: 0, onError }));
  const control = `tt_scratch_${randomBytes(5).toString('hex')}`;
  try {
    await sql`create database ${sql.id(control)}`.execute(admin);
    const kernel = await createKernel({ plugins, databaseUrl: onDatabase(server.url, control), dataDir, log: pino({ level: 'silent' }) });
    try {
      const province = await createProvince(kernel.registry, testTemplate('hue'), { onError });
      for (const plugin of plugins) await migrateModule(kernel, province, plugin);
      return await kernel.pools.use(province, ({ db }) => work({ kernel, database: db }));
    } finally {
      await kernel.close();
      for (const { database, ownerRole, loginRole } of kernel.registry.provinces()) {
        await sql`drop database if exists ${sql.id(database)} with (force)`.execute(admin);
        await sql`drop role if exists ${sql.id(ownerRole)}, ${sql.id(loginRole)}`.execute(admin);
      }
    }
  } finally {
    await sql`drop database if exists ${sql.id(control)} with (force)`.execute(admin);
    await admin.destroy();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}
