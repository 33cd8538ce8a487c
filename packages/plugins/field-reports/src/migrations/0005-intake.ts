import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- what has come in and is no report yet: drafts of operators, messages and letters that lack something,
    -- forms whose trap was filled in. Its id becomes the report's.
    create table field_reports.intake_items (
      id uuid primary key,
      kind text not null check (kind in ('draft', 'message', 'email', 'suspect')),
      channel text not null,
      state text not null default 'waiting' check (state in ('waiting', 'completed', 'dropped', 'discarded')),
      -- given to whoever filled in the trap, so that it is theirs if they were a person after all
      code text,
      -- of a message, by which a repeat of it is known
      source text unique,
      fingerprint text,
      repeats int not null default 0,
      agency text not null,
      author text,
      category text,
      commune text,
      lat float8,
      lon float8,
      address text,
      description text,
      photos uuid[] not null default '{}',
      sender_name text,
      sender_phone text,
      sender_email text,
      consent_version text,
      -- why it could not be read, or why it was put aside, and then what came, as it came
      fault text,
      raw bytea,
      received_at timestamptz not null,
      updated_at timestamptz not null
    );
    create index intake_items_state on field_reports.intake_items (state, received_at desc, id desc);
    create unique index intake_items_waiting_text on field_reports.intake_items (fingerprint) where state = 'waiting';

    -- who sent which text a moment ago, as a hash that leads to nobody: a repeat joins the first
    create table field_reports.sent_texts (
      fingerprint text primary key,
      report uuid not null,
      at timestamptz not null
    );
    create index sent_texts_at on field_reports.sent_texts (at);
  `.execute(db);
}
