import { randomBytes } from 'node:crypto';
import { type InsertObject, type Kysely, sql } from 'kysely';
import { seal } from '../database/envelope.ts';
import { fold } from '../database/fold.ts';
import { kyselyOn } from '../database/kysely-on.ts';
import { grantData, migrateSchema, schemaOf } from '../database/migrate.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import * as accounts from '../identity/accounts-schema.ts';
import { Problem } from '../plugin/problem.ts';
import { provinceMigrations } from './province-schema/migrations.ts';
import type { ProvinceTables } from './province-tables.ts';
import type { Province, Registry } from './registry.ts';
import type { ProvinceTemplate } from './template.ts';

const connectionLimit = 40;
const timeouts = { statement_timeout: '15s', lock_timeout: '5s', idle_in_transaction_session_timeout: '30s' };

interface NewProvince {
  readonly server?: string;
  readonly hosts?: readonly string[];
  readonly demo?: boolean;
  /** What is still to be done before the province answers: its modules. */
  readonly finish?: (province: Province) => Promise<unknown>;
  readonly onError: (error: Error) => void;
}

/**
 * Makes a province: row, roles, database, schemas, organisation, then `finish`. Each step may find its work done
 * already, so a run that was killed is finished by running it again; until the end the province answers to nobody.
 */
export async function createProvince(
  registry: Registry,
  template: ProvinceTemplate,
  options: NewProvince,
): Promise<Province> {
  const existing = registry.byId(template.id);
  if (existing !== undefined && existing.state !== 'creating') {
    throw new Problem(409, 'province-exists', {
      vi: `Tỉnh "${template.id}" đã có.`,
      en: `The province "${template.id}" exists already.`,
    });
  }
  const province = existing ?? (await register(registry, template, options));
  await createDatabase(registry, province);
  const owner = ownerHandle(registry, province, options.onError);
  try {
    await migrateCore(owner, province);
    await seedOrganisation(owner as Kysely<ProvinceTables>, template);
  } finally {
    await owner.destroy();
  }
  await options.finish?.(province);
  await registry.db.updateTable('registry.provinces').set({ state: 'active' }).where('id', '=', province.id).execute();
  await registry.changed(province.id);
  return registry.byId(province.id)!;
}

/** A handle for migrations: one connection with the rights of the province's owner role. */
export function ownerHandle(registry: Registry, province: Province, onError: (error: Error) => void): Kysely<unknown> {
  return kyselyOn(
    preparedPool({
      connectionString: registry.adminUrl(province.server, province.database),
      max: 1,
      role: province.ownerRole,
      applicationName: `tinhthong migrate ${province.id}`,
      statementTimeout: 0,
      onError,
    }),
  );
}

/** Brings the core's own schemas of a province up to date. */
export async function migrateCore(owner: Kysely<unknown>, province: Province): Promise<string> {
  for (const schema of ['identity', 'core']) await sql`create schema if not exists ${sql.id(schema)}`.execute(owner);
  await migrateSchema(owner, 'identity', { '0001-accounts': accounts });
  const newest = await migrateSchema(owner, 'core', provinceMigrations);
  await grantData(owner, 'identity', province.loginRole);
  // The event log is append-only for the data login; the sealer gives positions and nothing else.
  await grantData(owner, 'core', province.loginRole, { events: ['position'] });
  return newest;
}

async function register(
  registry: Registry,
  template: ProvinceTemplate,
  options: NewProvince,
): Promise<Province> {
  const hosts = options.hosts ?? template.hosts;
  const taken = hosts.find((host) => registry.byHost(host) !== undefined);
  if (taken !== undefined) {
    throw new Problem(409, 'host-taken', {
      vi: `Tên miền "${taken}" đã thuộc một tỉnh khác.`,
      en: `The host "${taken}" belongs to another province.`,
    });
  }
  const name = schemaOf(template.id);
  const { id, code, codePrefix, hotline, bounds, branding } = template;
  // Roles and databases of one PostgreSQL server share one list of names: a second deployment or a province
  // made again after its removal must not meet the first.
  const unique = `tt_${name}_${randomBytes(3).toString('hex')}`;
  await registry.db
    .insertInto('registry.provinces')
    .values({
      id,
      code,
      state: 'creating',
      hosts: [...hosts],
      profile: JSON.stringify({ codePrefix, name: template.name, hotline, bounds, branding }),
      server: options.server ?? 'main',
      database: unique,
      owner_role: `${unique}_owner`,
      login_role: `${unique}_login`,
      login_password: seal(registry.masterKey, `registry|provinces|login_password|${id}`, Buffer.from(randomBytes(24).toString('base64url'))),
      data_key: seal(registry.masterKey, `registry|provinces|data_key|${id}`, randomBytes(32)),
      demo: options.demo ?? false,
    })
    .execute();
  await registry.changed(id);
  return registry.byId(id)!;
}

async function createDatabase(registry: Registry, province: Province): Promise<void> {
  const admin = kyselyOn<unknown>(
    preparedPool({
      connectionString: registry.adminUrl(province.server),
      max: 1,
      applicationName: `tinhthong provision ${province.id}`,
      statementTimeout: 0,
      onError: () => {},
    }),
  );
  const owner = sql.id(province.ownerRole);
  const login = sql.id(province.loginRole);
  const database = sql.id(province.database);
  const password = sql.lit(new URL(province.url).password);
  try {
    const { rows } = await sql<{ roles: number; databases: number }>`
      select (select count(*) from pg_roles where rolname in (${province.ownerRole}, ${province.loginRole})) as roles,
             (select count(*) from pg_database where datname = ${province.database}) as databases
    `.execute(admin);
    if (rows[0]?.roles !== 2) {
      await sql`
        do $$ begin
          create role ${owner} nologin;
          create role ${login} login password ${password} connection limit ${sql.lit(connectionLimit)};
        end $$`.execute(admin);
    }
    await sql`grant ${owner} to current_user with set true, inherit true`.execute(admin);
    // Whoever connects past our pools meets the same limits.
    for (const [limit, most] of Object.entries(timeouts)) await sql`alter role ${login} set ${sql.ref(limit)} = ${sql.lit(most)}`.execute(admin);
    if (rows[0]?.databases !== 1) await sql`create database ${database} owner ${owner}`.execute(admin);
    await sql`revoke all on database ${database} from public`.execute(admin);
    await sql`grant connect on database ${database} to ${login}`.execute(admin);
  } finally {
    await admin.destroy();
  }
}

/** Agencies, communes, roles and calendar of the template; rows that the province has since changed are left alone. */
async function seedOrganisation(db: Kysely<ProvinceTables>, template: ProvinceTemplate): Promise<void> {
  const { communes, agencies, roles, calendar } = template;
  const insert = <Table extends keyof ProvinceTables>(trx: Kysely<ProvinceTables>, table: Table, rows: readonly InsertObject<ProvinceTables, Table>[]) =>
    rows.length > 0 && trx.insertInto(table).values(rows).onConflict((oc) => oc.doNothing()).execute();
  await db.transaction().execute(async (trx) => {
    await insert(
      trx,
      'core.communes',
      communes.map(({ code, name, type, lat, lon, validFrom }) => ({ code, name, folded: fold(name), type, lat, lon, valid_from: validFrom })),
    );
    await insert(
      trx,
      'core.agencies',
      agencies.map(({ id, name, kind, commune, parent }) => ({
        id,
        name_vi: name.vi,
        name_en: name.en ?? null,
        kind,
        commune: commune ?? null,
        parent: parent ?? null,
      })),
    );
    await insert(
      trx,
      'core.roles',
      roles.map(({ id, title, grants }) => ({ id, title: JSON.stringify(title), grants: JSON.stringify(grants) })),
    );
    await insert(
      trx,
      'core.opening_periods',
      calendar.periods.map(({ weekday, from, to }) => ({ weekday, opens: from, closes: to })),
    );
    await insert(trx, 'core.special_days', calendar.specialDays);
  });
}
