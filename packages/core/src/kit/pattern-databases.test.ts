import pg from 'pg';
import { expect, test } from 'vitest';
import { describeSchemas } from '../bundles/describe-schemas.ts';
import { isolationFaults } from '../tenancy/isolation-faults.ts';
import { fingerprint, testWorld, type TestWorld } from './testing.ts';

/** Everything that has an owner, and who may do what with it. */
const rights = `
  select 'relation ' || oid::regclass as name, pg_get_userbyid(relowner) as owner, relacl::text as acl from pg_class where relnamespace::regnamespace::text = any($1)
  union all select 'column ' || attrelid::regclass || '.' || attname, '', attacl::text from pg_attribute join pg_class on pg_class.oid = attrelid where relnamespace::regnamespace::text = any($1) and attacl is not null
  union all select 'routine ' || oid::regprocedure, pg_get_userbyid(proowner), proacl::text from pg_proc where pronamespace::regnamespace::text = any($1)
  union all select 'type ' || oid::regtype, pg_get_userbyid(typowner), typacl::text from pg_type where typnamespace::regnamespace::text = any($1)
  union all select 'schema ' || nspname, pg_get_userbyid(nspowner), nspacl::text from pg_namespace where nspname !~ '^pg_'
  union all select 'default rights', pg_get_userbyid(defaclrole), defaclacl::text from pg_default_acl
  union all select 'extension ' || extname, pg_get_userbyid(extowner), '' from pg_extension
  union all select 'this database', pg_get_userbyid(datdba), datacl::text from pg_database where datname = current_database()
  order by 1`;

async function within(url: string, schemas: readonly string[]): Promise<object> {
  const client = new pg.Client({ connectionString: url, options: '-c search_path=' });
  await client.connect();
  try {
    const { rows } = await client.query(rights, [schemas]);
    expect(rows.length).toBeGreaterThan(50);
    return { rights: rows, made: await describeSchemas(client, schemas) };
  } finally {
    await client.end();
  }
}

/** What there is in the world's databases, with the names of its province in place of its random ones. */
async function contents({ kernel: { registry } }: TestWorld): Promise<object> {
  const { database, ownerRole, loginRole } = registry.byId('hue')!;
  const control = new URL(registry.adminUrl('main')).pathname.slice(1);
  const all = [await within(registry.adminUrl('main'), ['identity', 'registry']), await within(registry.adminUrl('main', database), ['identity', 'core'])];
  const text = JSON.stringify(all).replaceAll(ownerRole, 'owner').replaceAll(loginRole, 'login').replaceAll(database, 'hue').replaceAll(control, 'control');
  return JSON.parse(text) as object;
}

test('what is copied is what is made in production: tables, owners, rights, rows', async () => {
  const bare = { plugins: [], background: false } as const;
  await using copied = await testWorld(bare);
  await using made = await testWorld({ ...bare, afresh: true });
  expect(await contents(copied)).toEqual(await contents(made));
  const [rows, otherRows] = [await fingerprint(copied, 'hue'), await fingerprint(made, 'hue')];
  expect(Object.keys(rows)).toEqual(Object.keys(otherRows));
  expect(rows['core.communes']).toBe(otherRows['core.communes']);
  expect(await isolationFaults(copied.kernel.registry)).toEqual([]);
});

test('no world has a key, a secret or a province of another', async () => {
  await using one = await testWorld({ plugins: [] });
  await using other = await testWorld({ plugins: [] });
  const secretsOf = async ({ kernel }: TestWorld) => (await kernel.registry.db.selectFrom('registry.signing_keys').select('secret').execute()).map(({ secret }) => secret.toString('hex'));
  const [own, others] = [await secretsOf(one), await secretsOf(other)];
  expect(own).toHaveLength(1);
  expect(own).not.toEqual(others);
  expect(one.kernel.registry.provinces().map(({ database }) => database)).not.toEqual(other.kernel.registry.provinces().map(({ database }) => database));
});
