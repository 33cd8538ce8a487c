import { type Kysely, sql } from 'kysely';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import type { WebhookScope } from './webhook.ts';
import type { SealedEvent } from '../sealed-log.ts';

type Db = Kysely<ProvinceTables>;

/** A delivery that this node holds, with all it takes to send it. */
export interface HeldDelivery extends WebhookScope {
  readonly id: number;
  readonly webhook: string;
  /** Counted from 1, with this one. */
  readonly attempt: number;
  /** End of its lease as PostgreSQL writes it: the token, as with tasks. */
  readonly until: string;
  readonly url: string;
  /** Sealed. */
  readonly secret: Buffer;
  /** Null where the log has no such event. */
  readonly event: SealedEvent | null;
}

// Longer than an attempt may take. A delivery that nobody has recorded by then is sent again, under the same id.
const leaseSeconds = 25;
const atOnce = 4;
// Whoever does not answer gets one request at a time, until one is answered.
const atOnceWhileFailing = 1;
const keptDays = 30;
const failingDays = 5;

/**
 * Claims what is ready, oldest first, of each webhook as much as it may have under way beside what this node is
 * sending it already. Where there is nothing, `nextMs` says when the next one becomes ready; null where nothing waits.
 */
export async function claimDeliveries(db: Db, underWay: ReadonlyMap<string, number>): Promise<{ readonly held: HeldDelivery[]; readonly nextMs: number | null }> {
  const { rows } = await sql<ClaimedRow>`
    with free as (
      select hook.*, case when failing_since is null then ${sql.lit(atOnce)} else ${sql.lit(atOnceWhileFailing)} end - coalesce(busy.count, 0) as slots
      from core.webhooks as hook
      left join unnest(${[...underWay.keys()]}::uuid[], ${[...underWay.values()]}::int[]) as busy(id, count) using (id)
      where state = 'on'
    ),
    ready as (
      select delivery.id from free cross join lateral (
        select id from core.deliveries where webhook = free.id and due_at <= now()
        order by due_at, id limit greatest(free.slots, 0) for update skip locked
      ) as delivery
    ),
    claimed as (
      update core.deliveries set due_at = now() + ${sql.lit(`${leaseSeconds} s`)}::interval, attempts = attempts + 1
      where id in (select id from ready) returning id, webhook, event_id, attempts, due_at
    )
    select claimed.id, claimed.webhook, claimed.attempts as attempt, claimed.due_at::text as until, free.url, free.types, free.scopes, free.agency,
      secret.value as secret, event.id as event_id, event.position, event.plugin, event.type, event.subject, event.at, event.agency as event_agency, event.data
    from claimed join free on free.id = claimed.webhook
    join core.secrets as secret on secret.plugin = 'core' and secret.name = 'webhook-' || claimed.webhook
    left join core.events as event on event.id = claimed.event_id
    order by claimed.id
  `.execute(db);
  return { held: rows.map(toHeld), nextMs: rows.length === 0 ? await nextReadyMs(db) : null };
}

async function nextReadyMs(db: Db): Promise<number | null> {
  const { rows } = await sql<{ ms: number | null }>`
    select extract(epoch from min(next) - now())::float8 * 1000 as ms
    from core.webhooks as hook cross join lateral (
      select min(due_at) as next from core.deliveries where webhook = hook.id and due_at > now() and due_at < 'infinity'
    ) as waiting
    where state = 'on'
  `.execute(db);
  return rows[0]!.ms;
}

/** Ends a delivery that was answered with 2xx, and with it the webhook's failing. */
export async function recordDelivered(db: Db, { id, until }: HeldDelivery, status: number): Promise<void> {
  await sql`
    with done as (
      update core.deliveries set due_at = 'infinity', delivered_at = now(), status = ${status}, error = null
      where id = ${id} and due_at = ${until}::timestamptz returning webhook
    )
    update core.webhooks as hook set failing_since = null from done where hook.id = done.webhook and failing_since is not null
  `.execute(db);
}

/** Puts a failed delivery back, or ends it where `againInSeconds` is null. Answers whether its webhook has been failing for days. */
export async function recordFailed(
  db: Db,
  { id, until }: HeldDelivery,
  { status, error, againInSeconds }: { readonly status: number | null; readonly error: string | null; readonly againInSeconds: number | null },
): Promise<{ readonly failingForDays: boolean }> {
  const { rows } = await sql<{ failingForDays: boolean }>`
    with failed as (
      update core.deliveries set due_at = now() + coalesce(make_interval(secs => ${againInSeconds}), 'infinity'), status = ${status}, error = ${error}
      where id = ${id} and due_at = ${until}::timestamptz returning webhook
    )
    update core.webhooks as hook set failing_since = coalesce(failing_since, now()) from failed where hook.id = failed.webhook
    returning failing_since < now() - ${sql.lit(`${failingDays} days`)}::interval as "failingForDays"
  `.execute(db);
  return rows[0] ?? { failingForDays: false };
}

/** Ends a delivery that must not be sent any more, without a word about the receiver. */
export async function recordWithdrawn(db: Db, { id, until }: HeldDelivery): Promise<void> {
  await sql`
    update core.deliveries set due_at = 'infinity', error = 'not-visible' where id = ${id} and due_at = ${until}::timestamptz
  `.execute(db);
}

/** Sends a delivery once more, from its first attempt; false where there is none. */
export async function sendAgain(db: Db, webhook: string, id: number): Promise<boolean> {
  const { rows } = await sql`
    update core.deliveries set due_at = now(), attempts = 0, delivered_at = null, status = null, error = null
    where id = ${id} and webhook = ${webhook} returning id
  `.execute(db);
  return rows.length > 0;
}

/** What was sent a month ago cannot be sent again. */
export async function forgetOldDeliveries(db: Db): Promise<void> {
  await sql`delete from core.deliveries where created_at < now() - ${sql.lit(`${keptDays} days`)}::interval`.execute(db);
}

interface ClaimedRow extends Omit<HeldDelivery, 'event'>, Omit<SealedEvent, 'id' | 'agency'> {
  readonly event_id: number | null;
  readonly event_agency: string | null;
}

function toHeld({ event_id, event_agency, position, plugin, type, subject, at, data, ...held }: ClaimedRow): HeldDelivery {
  return { ...held, event: event_id === null ? null : { id: event_id, position, plugin, type, subject, at, data, agency: event_agency } };
}
