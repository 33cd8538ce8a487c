import { type Kysely, sql } from 'kysely';

/** What people are told, on which channels, and what they want to hear. Addresses of people stand in none of these tables. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- No row: the channel is as the deployment has it.
    create table core.channels (
      channel text primary key check (channel in ('email', 'push', 'sms', 'chat')),
      "on" boolean not null,
      config jsonb not null,
      changed_at timestamptz not null
    );

    create table core.messages (
      id uuid primary key,
      plugin text not null,
      kind text not null,
      -- for whom, one of them; no references: a change does not fail because somebody has left meanwhile
      account text,
      agency text,
      -- something of the plugin's, which knows the address that belongs to it
      subject text,
      data jsonb not null,
      link text,
      created_at timestamptz not null,
      check (num_nonnulls(account, agency, subject) = 1)
    );
    create index messages_age on core.messages (created_at);
    create index messages_account on core.messages (account) where account is not null;

    -- One for each receiver and channel. held: waits for its digest; gathered: goes out with the one named by lead;
    -- withheld: is not sent, for the reason in error; dead: was tried in vain; failed: sent, and reported as not arrived.
    create table core.sends (
      id uuid primary key,
      message uuid not null references core.messages on delete cascade,
      channel text not null,
      account text references identity."user" on delete cascade,
      state text not null check (state in ('held', 'gathered', 'waiting', 'sent', 'delivered', 'failed', 'dead', 'withheld')),
      due_at timestamptz not null,
      lead uuid references core.sends on delete cascade,
      attempts int not null default 0,
      error text,
      -- the address as a keyed hash, to count and to shun; and as much of it as may be shown
      recipient bytea,
      masked text,
      provider_id text,
      sent_at timestamptz,
      delivered_at timestamptz,
      created_at timestamptz not null,
      unique nulls not distinct (message, channel, account)
    );
    create index sends_newest on core.sends (created_at desc, id desc);
    create index sends_counted on core.sends (channel, sent_at) where sent_at is not null;
    create index sends_held on core.sends (due_at) where state = 'held';
    create index sends_lead on core.sends (lead) where lead is not null;
    create index sends_account on core.sends (account) where account is not null;
    create index sends_provider on core.sends (provider_id) where provider_id is not null;

    create table core.preferences (
      account text primary key references identity."user" on delete cascade,
      language text not null check (language in ('vi', 'en')),
      quiet_from time not null,
      quiet_until time not null,
      -- kind → channel → on, off, hourly, daily
      choices jsonb not null
    );
    create table core.push_subscriptions (
      id uuid primary key,
      account text not null references identity."user" on delete cascade,
      -- endpoint and keys, sealed with a key of this province; and what tells equal endpoints
      subscription bytea not null,
      endpoint bytea not null unique,
      -- since when its push service has given no answer at all
      silent_since timestamptz,
      created_at timestamptz not null
    );
    create index push_subscriptions_account on core.push_subscriptions (account);

    -- Who has no account and pressed "no more", and addresses that do not exist (any more).
    create table core.unsubscribed (
      plugin text not null,
      subject text not null,
      channel text not null,
      at timestamptz not null,
      primary key (plugin, subject, channel)
    );
    create table core.unreachable (
      channel text not null,
      recipient bytea not null,
      at timestamptz not null,
      primary key (channel, recipient)
    );
  `.execute(db);
}
