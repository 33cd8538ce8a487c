import { type Kysely, sql } from 'kysely';

/** Chained acts of operators, heads of chains kept against tampering, further data keys, erasures to be repeated. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table registry.acts add column position bigint unique, add column link bytea;

    -- Acts are few, so each takes its place in the chain as it is written; writers wait for each other.
    create function registry.chain_act() returns trigger language plpgsql as $$
    declare
      last record;
    begin
      perform pg_advisory_xact_lock(hashtext('registry.acts'));
      select position, link into last from registry.acts where position is not null order by position desc limit 1;
      new.position := coalesce(last.position, 0) + 1;
      new.link := sha256(coalesce(last.link, decode(repeat('00', 32), 'hex')) || convert_to(
        jsonb_build_array(new.id, new.position, new.type, new.actor, new.province, extract(epoch from new.at), new.data)::text, 'UTF8'));
      return new;
    end $$;
    create trigger chain_act before insert or update on registry.acts for each row execute function registry.chain_act();
    do $$
    declare
      one bigint;
    begin
      for one in select id from registry.acts order by id loop
        update registry.acts set at = at where id = one;
      end loop;
    end $$;
    drop trigger chain_act on registry.acts;
    create trigger chain_act before insert on registry.acts for each row execute function registry.chain_act();
    alter table registry.acts alter column position set not null, alter column link set not null;

    -- The role that could drop this trigger is the deployment's own; whoever does so is found by the chain.
    create function registry.refuse_to_change() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name;
    end $$;
    create trigger append_only before update or delete or truncate on registry.acts execute function registry.refuse_to_change();

    -- Heads of the chains (a province's log, or these acts) as they were: in another database than the log itself.
    create table registry.anchors (
      chain text not null,
      position bigint not null,
      link bytea not null,
      at timestamptz not null,
      primary key (chain, position)
    );

    -- Data keys after a province's first, which stays in its own row.
    create table registry.data_keys (
      province text not null references registry.provinces on delete cascade,
      version int not null check (version > 1),
      key bytea not null,
      created_at timestamptz not null default now(),
      primary key (province, version)
    );

    -- Who was erased, as a hash of the account's id: a restored backup does not know it.
    create table registry.tombstones (
      province text not null,
      subject bytea not null,
      erased_at timestamptz not null,
      primary key (province, subject)
    );
  `.execute(db);
}
