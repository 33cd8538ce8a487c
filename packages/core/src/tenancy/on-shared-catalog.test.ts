import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { onSharedCatalog } from './on-shared-catalog.ts';

const database = sql.id(`tt_catalog_${randomBytes(5).toString('hex')}`);
const sessions = Array.from({ length: 8 }, () => kyselyOn<unknown>(preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'catalog', statementTimeout: 0, onError: () => {} })));
const [admin] = sessions;

beforeAll(() => sql`create database ${database}`.execute(admin!));
afterAll(async () => {
  await sql`drop database if exists ${database} with (force)`.execute(admin!);
  await Promise.all(sessions.map((session) => session.destroy()));
});

test('eight sessions that change the rights of one database at once all get their way', async () => {
  for (let round = 0; round < 10; round++) {
    const change = round % 2 === 0 ? sql`grant connect on database ${database} to public` : sql`revoke connect on database ${database} from public`;
    await Promise.all(sessions.map((session) => onSharedCatalog(session, change)));
  }
});

test('what fails for another reason fails at once', async () => {
  await expect(onSharedCatalog(admin!, sql`grant connect on database "there is none" to public`)).rejects.toMatchObject({ code: '3D000' });
});
