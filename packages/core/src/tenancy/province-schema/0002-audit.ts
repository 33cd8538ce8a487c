import { type Kysely, sql } from 'kysely';

/** The hash chain of the event log; modules' secrets; requests about personal data, tombstones, retention. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table core.events add column link bytea;
    create index events_actor on core.events (actor_id, position) where actor_id is not null;
    create index events_core on core.events (type, position) where plugin = 'core';

    -- A running hash in one pass: being strict, it starts with the first row it is given, which is the last link known.
    create function core.next_link(link bytea, entry bytea) returns bytea language sql immutable strict parallel safe
      as 'select sha256(link || entry)';
    create aggregate core.chain (bytea) (sfunc = core.next_link, stype = bytea);

    -- Gives committed events their place, in batches; answers no row where another session is at it.
    -- With the rights of the owner: the data login may add events, and neither change nor place them.
    create function core.seal_events(most int) returns table (newest bigint, sealed bigint)
      language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
    begin
      if not pg_try_advisory_xact_lock(hashtext('core.seal')) then return; end if;
      return query
      with tail as (
        select coalesce(last.position, 0) as position, coalesce(last.link, decode(repeat('00', 32), 'hex')) as link
        from (values (true)) as one left join lateral (
          select * from core.events where position is not null order by position desc limit 1
        ) as last on true
      ),
      unsealed as materialized (
        select event.*, tail.position + row_number() over (order by event.id) as place
        from (select * from core.events where position is null order by id limit most) as event, tail
      ),
      entries as (
        select null::bigint as id, position as place, link as entry from tail
        union all
        select id, place, convert_to(
          jsonb_build_array(id, place, plugin, type, subject, extract(epoch from at), actor_kind, actor_id, agency, data)::text, 'UTF8')
        from unsealed
      ),
      chained as (select id, place, core.chain(entry) over (order by place rows unbounded preceding) as link from entries),
      placed as (
        update core.events as event set position = chained.place, link = chained.link from chained
        where event.id = chained.id returning event.position
      )
      select max(position), count(*) from placed;
    end $$;
    revoke execute on function core.seal_events from public;

    update core.events as event set link = chained.link
    from (
      select id, core.chain(entry) over (order by place rows unbounded preceding) as link
      from (
        select null::bigint as id, 0 as place, decode(repeat('00', 32), 'hex') as entry
        union all
        select id, position, convert_to(
          jsonb_build_array(id, position, plugin, type, subject, extract(epoch from at), actor_kind, actor_id, agency, data)::text, 'UTF8')
        from core.events where position is not null
      ) as entries
    ) as chained
    where event.id = chained.id;

    -- Sealed with the province's data key, at the place province|core.secrets|value|plugin|name.
    create table core.secrets (
      plugin text not null,
      name text not null,
      value bytea not null,
      changed_at timestamptz not null default now(),
      primary key (plugin, name)
    );

    create table core.privacy_requests (
      id uuid primary key,
      kind text not null check (kind in ('export', 'erase')),
      account text not null,
      requested_by text,
      requested_at timestamptz not null,
      due_at timestamptz not null,
      done_at timestamptz
    );
    create index privacy_requests_newest on core.privacy_requests (requested_at desc, id desc);

    -- Who was erased, as a hash of the account's id, and from which modules.
    create table core.tombstones (
      subject bytea primary key,
      erased_at timestamptz not null,
      modules text[] not null
    );

    -- Where a province keeps a kind of data longer or shorter than its module proposes.
    create table core.retention (
      plugin text not null,
      rule text not null,
      keep text not null,
      changed_at timestamptz not null default now(),
      primary key (plugin, rule)
    );
  `.execute(db);
}
