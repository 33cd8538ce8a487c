import { randomBytes } from 'node:crypto';
import { type InsertObject, type Kysely, sql } from 'kysely';
import { crashAt } from '../crash-at.ts';
import { seal } from '../secrets/envelope.ts';
import { fold } from '../database/fold.ts';
import { grantData, migrateSchema, schemaOf } from '../database/migrate.ts';
import { identityMigrations } from '../identity/migrations.ts';
import { Problem } from '../plugin/problem.ts';
import { asOwner } from './as-owner.ts';
import { createDatabase, type DatabasePattern } from './province-database.ts';
import { provinceMigrations } from './province-schema/migrations.ts';
import type { ProvinceTables } from './province-tables.ts';
import { recordRun } from './migration-runs.ts';
import type { Province, Registry } from './registry.ts';
import { hasRoom, requireServer } from './servers.ts';
import type { ProvinceTemplate } from './template.ts';

interface NewProvince {
  /** Default: the first server that takes provinces and has room. */
  readonly server?: string;
  readonly hosts?: readonly string[];
  readonly demo?: boolean;
  /** What is still to be done before the province answers: its modules. */
  readonly finish?: (province: Province) => Promise<unknown>;
  /** Tests alone, which make hundreds: a database to copy instead of migrating an empty one. */
  readonly pattern?: DatabasePattern | undefined;
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
  crashAt('provision-registered');
  await createDatabase(registry, province, new URL(province.url).password, options.pattern);
  crashAt('provision-database');
  await asOwner(registry, province, options, async (owner) => {
    const version = await migrateCore(owner, province.loginRole);
    crashAt('provision-migrated');
    await seedOrganisation(owner as Kysely<ProvinceTables>, template);
    await recordRun(registry.db, { province: province.id, module: 'core', status: 'done', version });
  });
  crashAt('provision-organised');
  await options.finish?.(province);
  crashAt('provision-finished');
  await registry.db.updateTable('registry.provinces').set({ state: 'active' }).where('id', '=', province.id).execute();
  await registry.changed(province.id);
  return registry.byId(province.id)!;
}

/** What the data login adds and never changes; an event's place and link are given by `core.seal_events` alone. */
const appendOnly = {
  events: ['plugin', 'type', 'subject', 'at', 'actor_kind', 'actor_id', 'agency', 'data'],
  tombstones: ['subject', 'erased_at', 'modules'],
};

/** Brings the core's own schemas of a province up to date. */
export async function migrateCore(owner: Kysely<unknown>, login: string): Promise<string> {
  const newest = await migrateCoreSchemas(owner);
  await grantCore(owner, login);
  return newest;
}

/** The same without a login that may use them. */
export async function migrateCoreSchemas(owner: Kysely<unknown>): Promise<string> {
  for (const schema of ['identity', 'core']) await sql`create schema if not exists ${sql.id(schema)}`.execute(owner);
  await migrateSchema(owner, 'identity', identityMigrations);
  return migrateSchema(owner, 'core', provinceMigrations);
}

/** What the data login may do in the core's own schemas. */
export async function grantCore(owner: Kysely<unknown>, login: string): Promise<void> {
  await grantData(owner, 'identity', login);
  await grantData(owner, 'core', login, appendOnly);
  await sql`grant execute on function core.seal_events to ${sql.id(login)}`.execute(owner);
}

async function register(
  registry: Registry,
  template: ProvinceTemplate,
  options: NewProvince,
): Promise<Province> {
  const hosts = options.hosts ?? template.hosts;
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
      server: serverFor(registry, options.server),
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

/** @throws Problem where the server named, or every server, takes no more provinces */
export function serverFor(registry: Registry, wanted?: string): string {
  const candidates = wanted === undefined ? registry.servers() : [requireServer(registry, wanted)];
  const found = candidates.find((server) => hasRoom(registry, server));
  if (found !== undefined) return found.id;
  throw new Problem(409, 'no-room', {
    vi: wanted === undefined ? 'Không máy chủ PostgreSQL nào còn nhận thêm tỉnh.' : `Máy chủ "${wanted}" không nhận thêm tỉnh.`,
    en: wanted === undefined ? 'No PostgreSQL server takes another province.' : `The server "${wanted}" takes no more provinces.`,
  });
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
      roles.map(({ id, title, grants, appoints = [], secondFactor = false }) => ({ id, title: JSON.stringify(title), grants: JSON.stringify(grants), appoints, second_factor: secondFactor })),
    );
    await insert(
      trx,
      'core.opening_periods',
      calendar.periods.map(({ weekday, from, to }) => ({ weekday, opens: from, closes: to })),
    );
    await insert(trx, 'core.special_days', calendar.specialDays);
  });
}
