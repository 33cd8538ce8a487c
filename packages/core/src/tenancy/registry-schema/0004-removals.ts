import { type Kysely, sql } from 'kysely';

/** Bundles that were made, and the removal of provinces by two persons. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table registry.bundles (
      id uuid primary key,
      -- of the control database where null
      province text,
      kind text not null check (kind in ('export', 'backup', 'control')),
      made_at timestamptz not null,
      -- of the manifest, which stands for every part
      sha256 bytea not null,
      rows bigint not null,
      files bigint not null,
      -- when it was last restored on trial and found whole
      drilled_at timestamptz
    );
    create index bundles_newest on registry.bundles (province, made_at desc);

    create table registry.removals (
      id bigint generated always as identity primary key,
      province text not null,
      reason text not null,
      wait_days int not null check (wait_days between 0 and 365),
      -- why the province needs no bundle of its data, in words
      without_export text,
      requested_by text not null,
      requested_at timestamptz not null,
      confirmed_by text,
      confirmed_at timestamptz,
      due_at timestamptz,
      -- From here on it is destroyed, and nobody takes that back.
      finishing_at timestamptz,
      withdrawn_by text,
      withdrawn_at timestamptz,
      finished_by text,
      finished_at timestamptz,
      -- One person alone removes no province, whatever the code says.
      constraint two_persons check (confirmed_by <> requested_by),
      check ((confirmed_by is null) = (confirmed_at is null) and (confirmed_at is null) = (due_at is null)),
      check (finishing_at is null or (withdrawn_at is null and finishing_at >= due_at)),
      check (finished_at is null or finished_at >= finishing_at)
    );
    create unique index removals_open on registry.removals (province) where withdrawn_at is null and finished_at is null;

    -- Of what has been removed, the keys are gone, and the rest stands in nobody's way.
    alter table registry.provinces alter column data_key drop not null, alter column login_password drop not null,
      add check (state = 'removed' or (data_key is not null and login_password is not null));
    alter table registry.provinces drop constraint provinces_code_key;
    create unique index provinces_code_key on registry.provinces (code) where state <> 'removed';
  `.execute(db);
}
