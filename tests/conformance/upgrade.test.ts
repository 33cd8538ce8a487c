import { ok, type Plugin } from '@tinhthong/core';
import { checkPlugin } from '@tinhthong/core/testing';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { listWells, migrations, route, wells, type Wells } from './wells.ts';

const former = wells();

/** What the check says of an upgrade to this version; the rest of it is not asked here. */
async function faultsOf(parts: Partial<Plugin<Wells>>): Promise<string[]> {
  const { checks } = await checkPlugin(wells({ version: '1.1.0', ...parts }), { previous: former });
  return checks.find(({ id }) => id === 'upgrade')!.faults.map(({ where, what }) => `${where}: ${what.en}`);
}

const withMigration = (statement: string): Plugin['migrations'] => ({ ...migrations, '0002-next': { up: async (db) => void (await sql.raw(statement).execute(db)) } });

/** Reads a column that only the next version has. */
const ages = route({
  ...listWells,
  path: '/ages',
  async handle(ctx) {
    const { rows } = await sql<{ id: string; title: string; depthCm: number }>`select id, title, length(lining) as "depthCm" from wells.wells`.execute(ctx.db);
    return ok({ items: rows });
  },
});

test('a version that only adds is taken by provinces that hold data of the one before', { timeout: 60_000 }, async () => {
  const routes = [...former.routes, ages];
  expect(await faultsOf({ routes, migrations: withMigration(`alter table wells.wells add column lining text not null default 'đá ong'`) })).toEqual([]);
});

test('a version that cannot read what is there is refused', { timeout: 60_000 }, async () => {
  const routes = [...former.routes, ages];
  expect(await faultsOf({ routes, migrations: withMigration('alter table wells.wells add column lining text') })).toEqual([expect.stringContaining('GET /api/wells/ages: 200')]);
});

test('a version on whose schema the former code fails is refused, read or write', { timeout: 60_000 }, async () => {
  expect(await faultsOf({ migrations: withMigration('alter table wells.wells rename column title to label') })).toEqual(
    expect.arrayContaining([expect.stringContaining('GET /wells: The old code answers 500'), expect.stringContaining('POST /wells: The old code cannot write')]),
  );
});

test('neither an older version nor one without a migration that was released is an upgrade', async () => {
  expect(await faultsOf({ version: '0.9.0' })).toEqual(['version: 0.9.0 is not newer than 1.0.0.']);
  expect(await faultsOf({ migrations: { '0001-wells-again': migrations['0001-wells']! } })).toEqual([expect.stringContaining('migrations.0001-wells: A migration that was released is gone')]);
});
