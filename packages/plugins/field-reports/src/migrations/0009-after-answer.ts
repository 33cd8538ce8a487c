import { type Kysely, sql } from 'kysely';

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table field_reports.subscriptions (
      id uuid primary key,
      -- one report, or what is new under all that is given: a category, a commune, a circle
      report uuid references field_reports.reports,
      category text,
      commune text,
      lat float8,
      lon float8,
      metres int,
      account text,
      -- who was signed in and left another address: erased with the account
      asked_by text,
      -- the voice that it came with, and goes with
      voice uuid references field_reports.voices,
      email text,
      phone text,
      language text not null check (language in ('vi', 'en')),
      consent_version text,
      created_at timestamptz not null,
      confirmed_at timestamptz,
      told_until timestamptz,
      -- one address each, so that what was confirmed is all that is told
      check (num_nonnulls(account, email, phone) = 1),
      check (num_nonnulls(lat, lon, metres) in (0, 3)),
      check ((report is null) = (num_nonnulls(category, commune, metres) > 0))
    );
    create index subscriptions_report on field_reports.subscriptions (report) where report is not null;
    create index subscriptions_account on field_reports.subscriptions (account) where account is not null;
    create index subscriptions_voice on field_reports.subscriptions (voice) where voice is not null;
    create index subscriptions_asked_by on field_reports.subscriptions (asked_by) where asked_by is not null;
    create index subscriptions_email on field_reports.subscriptions (lower(email)) where email is not null;
    create index subscriptions_phone on field_reports.subscriptions (phone) where phone is not null;
    create index subscriptions_unconfirmed on field_reports.subscriptions (created_at) where confirmed_at is null;
    -- until when what is new has been told to those who follow places and categories: one row
    create table field_reports.news_told (one boolean primary key default true check (one), until timestamptz not null);
    create index reports_answered on field_reports.reports (answered_at) where public and answered_at is not null;

    create table field_reports.ratings (
      report uuid not null references field_reports.reports,
      rater text not null,
      rating text not null check (rating in ('satisfied', 'accepted', 'dissatisfied')),
      comment text,
      at timestamptz not null,
      primary key (report, rater)
    );
    create index ratings_rater on field_reports.ratings (rater);
    -- of those who added their voice, in the order of the three levels; the reporter's own is reports.rating
    alter table field_reports.reports add column voice_ratings int[] not null default '{0,0,0}';
    alter table field_reports.reports add column disputed_at timestamptz;

    -- what a reporter added later, as it was written; for staff
    create table field_reports.remarks (
      id uuid primary key,
      report uuid not null references field_reports.reports,
      kind text not null check (kind in ('added', 'reopened', 'disputed')),
      description text,
      photos uuid[] not null default '{}',
      at timestamptz not null
    );
    create index remarks_report on field_reports.remarks (report, at);
  `.execute(db);
  await upSearch(db);
}

/**
 * The words of a report as search compares them: without accents, and behind a bar with accents written out in ASCII, the
 * tone behind its syllable, so that "Hoá" and "Hóa" are one word and "ổ gà" can be told from "ở nhà ga". The index holds
 * each syllable in both ways, and the pairs of neighbours: syllables are in a third of all reports, pairs are words. Of
 * two frequent syllables that seldom stand together an index of syllables alone would have half the table read.
 * A trigger rather than a generated column: rows are copied column by column elsewhere.
 */
async function upSearch(db: Kysely<unknown>): Promise<void> {
  await sql.raw(String.raw`
    create function field_reports.plain_words(given text) returns text language sql immutable parallel safe as $$
      select regexp_replace(translate(lower(regexp_replace(normalize(given, nfd), '[\u0300-\u036f]', '', 'g')), 'đ', 'd'), '[^a-z0-9]+', ' ', 'g')
    $$;
    create function field_reports.exact_words(given text) returns text language sql immutable parallel safe as $$
      select regexp_replace(
        translate(
          regexp_replace(replace(lower(normalize(given, nfd)), 'đ', 'dz'), '([\u0300\u0301\u0303\u0309\u0323])([a-z\u0302\u0306\u031b]*)', '\2\1', 'g'),
          U&'\0302\0306\031b\0300\0301\0303\0309\0323', 'wvx12345'),
        '[^a-z0-9]+', ' ', 'g')
    $$;
    create function field_reports.search_text(given text) returns text language sql immutable parallel safe as $$
      select ' ' || field_reports.plain_words(given) || ' | ' || field_reports.exact_words(given) || ' '
    $$;
    -- its cost says that it is for the index: to compute it for every report would take minutes
    create function field_reports.search_keys(words text) returns text[] language sql immutable parallel safe cost 1000 as $$
      select array(
        select key
        from (select string_to_array(btrim(split_part(words, '|', 1)), ' ') as plain, string_to_array(btrim(split_part(words, '|', 2)), ' ') as exact) as halves
        cross join lateral unnest(plain, plain[2:], exact) as syllable (plain, next, exact)
        cross join lateral (values (syllable.plain), (syllable.plain || ' ' || next), (nullif(syllable.exact, syllable.plain))) as keys (key)
        where key is not null
      )
    $$;

    alter table field_reports.reports add column words text;
    create function field_reports.keep_words() returns trigger language plpgsql as $$
    begin
      new.words := field_reports.search_text(new.public_text || ' ' || coalesce(new.address, ''));
      return new;
    end $$;
    create trigger keep_words before insert or update of public_text, address on field_reports.reports
      for each row execute function field_reports.keep_words();
    update field_reports.reports set words = field_reports.search_text(public_text || ' ' || coalesce(address, ''));
    -- what is not sorted in yet is read by every search, and sorted in by some unlucky submit: little at a time
    create index reports_words on field_reports.reports using gin (field_reports.search_keys(words)) with (gin_pending_list_limit = 512);
    alter index field_reports.reports_words alter column 1 set statistics 0;
  `).execute(db);
}
