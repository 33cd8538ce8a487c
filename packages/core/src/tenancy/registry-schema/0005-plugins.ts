import { type Kysely, sql } from 'kysely';

/**
 * Plugins that were installed on the running deployment. The packages themselves are here, so that every node has the
 * same, a new node needs no network, and the backup of the control database holds what the provinces' data is read with.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry.plugin_packages (
      plugin text not null,
      version text not null,
      -- as npm writes it: sha512-…
      integrity text not null,
      -- name of the trusted key that signed it
      signed_by text,
      package bytea not null,
      installed_by text not null,
      installed_at timestamptz not null default now(),
      primary key (plugin, version)
    );
    alter table registry.plugin_packages alter column package set storage external;

    create table registry.plugins (
      plugin text primary key,
      -- the version whose code runs, and the one before it
      version text not null,
      former text,
      changed_at timestamptz not null default now(),
      foreign key (plugin, version) references registry.plugin_packages,
      foreign key (plugin, former) references registry.plugin_packages
    );
  `.execute(db);
}
