import pg from 'pg';
import type { Province, Registry } from './registry.ts';

/** Databases of a server that no province's login may enter, beside those of the other provinces. */
export function foreignDatabases(registry: Registry, server = 'main'): string[] {
  return [new URL(registry.adminUrl(server)).pathname.slice(1), 'postgres', 'template0', 'template1'];
}

/**
 * What PostgreSQL's own catalogues say against the isolation of the provinces of a server; empty where all is well.
 * Reads as an administrator, and tries nothing.
 */
export async function isolationFaults(registry: Registry, server = 'main'): Promise<string[]> {
  const provinces = registry.provinces().filter((province) => province.server === server && province.state !== 'creating');
  const all = [...(await faultsOfServer(registry, server, provinces))];
  for (const province of provinces) all.push(...(await faultsInside(registry, province)));
  return all.sort();
}

/** What is wrong inside one province's database. */
export function faultsInside(registry: Registry, { server, database, loginRole, ownerRole }: Province): Promise<string[]> {
  return asked(registry.adminUrl(server, database), ofDatabase, [loginRole, ownerRole]);
}

/** Who may enter what, and who is more than a login, on one server. */
export function faultsOfServer(registry: Registry, server: string, provinces: readonly Province[]): Promise<string[]> {
  const logins = provinces.map(({ loginRole }) => loginRole);
  const owners = provinces.map(({ ownerRole }) => ownerRole);
  const databases = [...new Set([...provinces.map(({ database }) => database), ...foreignDatabases(registry, server)])];
  const homes = provinces.map(({ database, loginRole }) => `${loginRole}@${database}`);
  return asked(registry.adminUrl(server), ofServer, [logins, owners, databases, homes]);
}

async function asked(url: string, text: string, values: unknown[]): Promise<string[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000, application_name: 'tinhthong doctor' });
  await client.connect();
  try {
    return (await client.query<{ finding: string }>(text, values)).rows.map(({ finding }) => finding);
  } finally {
    await client.end();
  }
}

const ofServer = `
  with login as (select * from pg_roles where rolname = any($1)),
  owner as (select * from pg_roles where rolname = any($2)),
  place as (select * from pg_database where datname = any($3))
  select format('%s has %s on %s', rolname, privilege, datname) as finding
    from login, place, unnest(array['CONNECT', 'TEMPORARY', 'CREATE']) as privilege
    where has_database_privilege(login.oid, place.oid, privilege)
      and not (privilege = 'CONNECT' and rolname || '@' || datname = any($4))
  union all
  select format('PUBLIC has %s on %s', privilege_type, datname) from place, aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0
  union all
  select format('%s is %s', rolname, attribute) from (select * from login union all select * from owner) as role,
    lateral (values ('superuser', rolsuper), ('createdb', rolcreatedb), ('createrole', rolcreaterole),
      ('replication', rolreplication), ('bypassrls', rolbypassrls)) as has(attribute, held) where held
  union all
  select format('%s can log in', rolname) from owner where rolcanlogin
  union all
  select format('%s has no connection limit', rolname) from login where rolconnlimit < 1
  union all
  select format('%s has no %s', rolname, setting) from login,
    unnest(array['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']) as setting
    where not exists (select 1 from unnest(rolconfig) as config where config like setting || '=_%' and config not like '%=0')
  union all
  select format('%s is a member of %s', member.rolname, role.rolname) from pg_auth_members
    join (select * from login union all select * from owner) as member on member.oid = member
    join pg_roles as role on role.oid = roleid
  union all
  select format('%s owns something in %s', rolname, coalesce(datname, 'the server')) from pg_shdepend
    join login on login.oid = refobjid left join pg_database on pg_database.oid = dbid where deptype = 'o'`;

/** $1 is the province's login, $2 its owner. */
const ofDatabase = `
  with own as (select * from pg_namespace where nspname !~ '^(pg_|information_schema)'),
  relation as (
    select pg_class.*, nspname || '.' || relname as name from pg_class join own on own.oid = relnamespace
    where relkind in ('r', 'v', 'm', 'p', 'f')
  )
  select format('%s may make things in schema %s of %s', $1::text, nspname, current_database()) as finding
    from own where has_schema_privilege($1::text, own.oid, 'CREATE')
  union all
  select format('%s may %s %s', $1::text, privilege, name)
    from relation, unnest(array['TRUNCATE', 'REFERENCES', 'TRIGGER']) as privilege
    where has_table_privilege($1::text, relation.oid, privilege)
  union all
  select format('%s may %s %s', $1::text, privilege, name)
    from relation, unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE']) as privilege
    where relname in ('migrations', 'migrations_lock')
      and case privilege when 'DELETE' then has_table_privilege($1::text, relation.oid, privilege) else has_any_column_privilege($1::text, relation.oid, privilege) end
  union all
  select format('%s may %s %s', $1::text, privilege, name)
    from relation, unnest(array['UPDATE', 'DELETE']) as privilege
    where name in ('core.events', 'core.tombstones') and has_table_privilege($1::text, relation.oid, privilege)
  union all
  select format('%s may %s %s.%s', $1::text, privilege, name, attname)
    from relation join pg_attribute on attrelid = relation.oid and attnum > 0,
      unnest(array['INSERT', 'UPDATE']) as privilege
    where name in ('core.events', 'core.tombstones') and not has_table_privilege($1::text, relation.oid, privilege)
      and has_column_privilege($1::text, relation.oid, attname, privilege)
      -- what the sealer alone gives is not for the login to write, nor is anything for it to change
      and (privilege = 'UPDATE' or (name, attname) in (('core.events', 'id'), ('core.events', 'position'), ('core.events', 'link')))
  union all
  select format('%s may act as %s through %s.%s', $1::text, pg_get_userbyid(proowner), nspname, proname)
    from pg_proc join own on own.oid = pronamespace
    where prosecdef and has_function_privilege($1::text, pg_proc.oid, 'EXECUTE') and (nspname, proname) <> ('core', 'seal_events')
  union all
  select format('%s may %s through the view %s', $1::text, privilege, name)
    from relation, unnest(array['INSERT', 'UPDATE', 'DELETE']) as privilege
    where relkind = 'v' and has_table_privilege($1::text, relation.oid, privilege)
  union all
  select format('%s has %s on %s of %s', coalesce(rolname, 'PUBLIC'), privilege_type, name, current_database())
    from relation, aclexplode(relacl) left join pg_roles on pg_roles.oid = grantee
    where coalesce(rolname, 'PUBLIC') not in ($1, $2)
  union all
  select format('%s is not owned by %s', name, $2::text) from relation where pg_get_userbyid(relowner) <> $2`;
