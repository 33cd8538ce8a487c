import fc from 'fast-check';
import { type Kysely, sql } from 'kysely';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import { abilityOf, holds, type Mine } from './ability.ts';
import { abilitySql } from './ability-sql.ts';

interface Row {
  id: number;
  agency: string | null;
  commune: string | null;
  priority: number | null;
}

const agencies = ['so-xay-dung', 'so-y-te', null];
const communes = ['19789', '19900', null];
const priorities = [1, 2, 3, null];
/** Every combination, those with nothing in a column included. */
const rows: Row[] = agencies
  .flatMap((agency) => communes.flatMap((commune) => priorities.map((priority) => ({ agency, commune, priority }))))
  .map((row, id) => ({ id, ...row }));
const columns = { agency: 'report.agency', commune: 'report.commune', priority: 'report.priority' };
const mine = { agency: 'so-xay-dung', communes: ['19789'] };

let db: Kysely<{ report: Row }>;

beforeAll(async () => {
  // One connection: a temporary table belongs to it alone.
  db = kyselyOn(preparedPool({ connectionString: inject('adminUrl'), max: 1, applicationName: 'test', statementTimeout: 0, onError: () => {} }));
  await sql`create temporary table report (id int, agency text, commune text, priority int)`.execute(db);
  await db.insertInto('report').values(rows).execute();
});
afterAll(() => db.destroy());

async function bySql(grants: readonly Grant[], who: Mine): Promise<number[]> {
  const found = await db.selectFrom('report').select('id').where(abilitySql(abilityOf(grants, who), 'report:read', columns)).orderBy('id').execute();
  return found.map(({ id }) => id);
}

function byRow(grants: readonly Grant[], who: Mine): number[] {
  const ability = abilityOf(grants, who);
  return rows.filter((row) => holds(ability, 'report:read', row)).map(({ id }) => id);
}

const grant = (when?: Record<string, unknown>): Grant => ({ permission: 'report:read', ...(when && { when }) });

test('who has no grants finds no row, who has an unconditional one finds all of them', async () => {
  expect(await bySql([], mine)).toEqual([]);
  expect(await bySql([{ permission: 'report:close' }], mine)).toEqual([]);
  expect(await bySql([grant()], mine)).toHaveLength(rows.length);
});

test('somebody without an agency or communes finds no row, not even those that have none either', async () => {
  const grants = [grant({ agency: '$mine.agency' }), grant({ commune: { $in: '$mine.communes' } })];
  expect(await bySql(grants, { agency: null, communes: [] })).toEqual([]);
  expect(await bySql(grants, mine)).toHaveLength(20);
});

test.each<[string, Record<string, unknown>, number]>([
  ['equals', { agency: 'so-y-te' }, 12],
  ['equals nothing', { agency: null }, 12],
  ['is my own', { agency: '$mine.agency' }, 12],
  ['is not', { agency: { $ne: 'so-y-te' } }, 24],
  ['is not nothing', { agency: { $ne: null } }, 24],
  ['is one of', { commune: { $in: ['19789', '19900'] } }, 24],
  ['is one of none', { commune: { $in: [] } }, 0],
  ['is one of mine', { commune: { $in: '$mine.communes' } }, 12],
  ['is none of', { commune: { $nin: ['19789'] } }, 24],
  ['is below', { priority: { $lt: 2 } }, 9],
  ['is at most', { priority: { $lte: 2 } }, 18],
  ['is above', { priority: { $gt: 2 } }, 9],
  ['is at least', { priority: { $gte: 2 } }, 18],
  ['is between', { priority: { $gt: 1, $lte: 3 } }, 18],
  ['holds for two columns at once', { agency: 'so-y-te', commune: '19789' }, 4],
])('a list shows the very rows that a grant opens one by one: a column %s', async (_what, when, count) => {
  const listed = await bySql([grant(when)], mine);
  expect(listed).toHaveLength(count);
  expect(listed).toEqual(byRow([grant(when)], mine));
});

test('whatever the grants of a person are, a list shows the very rows that they open one by one', async () => {
  const text = (values: readonly (string | null)[], own: string) => {
    const value = fc.constantFrom(...values.filter((one) => one !== null), 'elsewhere');
    return fc.oneof(fc.constant(own), value, fc.constant(null), fc.record({ $ne: fc.oneof(value, fc.constant(null)) }), fc.record({ $in: fc.array(value) }), fc.record({ $nin: fc.array(value) }));
  };
  const number = fc.oneof(
    fc.constantFrom(...priorities),
    fc.record({ $lt: fc.nat(4), $lte: fc.nat(4), $gt: fc.nat(4), $gte: fc.nat(4), $ne: fc.nat(4) }, { requiredKeys: [] }).filter((one) => Object.keys(one).length > 0),
  );
  const when = fc.record(
    { agency: text(agencies, '$mine.agency'), commune: fc.oneof(text(communes, '19789'), fc.constant({ $in: '$mine.communes' })), priority: number },
    { requiredKeys: [] },
  );
  const anyGrant = fc.record({ permission: fc.constantFrom('report:read', 'report:read', 'report:close'), when }, { requiredKeys: ['permission'] });
  const anybody = fc.record({ agency: fc.constantFrom(...agencies), communes: fc.subarray(['19789', '19900']) });
  await fc.assert(
    fc.asyncProperty(fc.array(anyGrant as fc.Arbitrary<Grant>, { maxLength: 4 }), anybody, async (grants, who) => {
      expect(await bySql(grants, who)).toEqual(byRow(grants, who));
    }),
    { numRuns: 200 },
  );
});

test('a condition on a column that the module does not declare is an error, and never a list of everything', () => {
  const ability = abilityOf([grant({ reporter: 'me' })], mine);
  expect(() => abilitySql(ability, 'report:read', columns)).toThrow('"reporter"');
});

test('a condition that SQL cannot say is an error, and never a list of everything', () => {
  const ability = abilityOf([grant({ agency: { $regex: '^so-' } })], mine);
  expect(() => abilitySql(ability, 'report:read', columns)).toThrow('"regex"');
});
