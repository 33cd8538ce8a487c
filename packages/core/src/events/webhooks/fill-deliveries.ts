import { type Kysely, sql } from 'kysely';
import type { Kernel } from '../../kernel.ts';
import type { ProvinceDatabase } from '../../tenancy/province-pools.ts';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';
import type { Province } from '../../tenancy/registry.ts';
import { follow } from '../follow.ts';
import { eventsAfter, type SealedEvent } from '../sealed-log.ts';
import { follower, viewerOf, wants, type WebhookScope } from './webhook.ts';

type Receiver = WebhookScope & { readonly id: string };

/** Notes for every webhook that is on which of the new events it is to be sent: each once, none left out. */
export async function fillDeliveries(kernel: Kernel, province: Province, { db }: ProvinceDatabase): Promise<{ readonly filled: boolean; readonly more: boolean }> {
  let filled = false;
  const more = await follow(db, follower, async (trx, events) => {
    const receivers = await trx.selectFrom('core.webhooks').select(['id', 'types', 'scopes', 'agency']).where('state', '=', 'on').execute();
    filled = (await note(trx, wanted(kernel, province, receivers, events))) > 0;
  });
  return { filled, more };
}

/** Whatever the webhook may see of what happened since then is sent, again where it was sent before. Answers how many. */
export async function refillDeliveries(kernel: Kernel, province: Province, trx: Kysely<ProvinceTables>, webhook: string, since: Date): Promise<number> {
  const receiver = await trx.selectFrom('core.webhooks').select(['id', 'types', 'scopes', 'agency']).where('id', '=', webhook).executeTakeFirst();
  const first = await trx.selectFrom('core.events').select(sql<number | null>`min(position)`.as('position')).where('at', '>=', since).executeTakeFirstOrThrow();
  if (receiver === undefined || first.position === null) return 0;
  let count = 0;
  for (let position = first.position - 1; ; ) {
    const events = await eventsAfter(trx, position, page);
    count += await note(trx, wanted(kernel, province, [receiver], events.filter(({ at }) => at >= since)), sql`
      do update set due_at = now(), attempts = 0, delivered_at = null, status = null, error = null where delivery.due_at = 'infinity'`);
    if (events.length < page) return count;
    position = events.at(-1)!.position;
  }
}

const page = 2_000;

interface Wanted {
  readonly webhook: string;
  readonly event: number;
}

function wanted(kernel: Kernel, province: Province, receivers: readonly Receiver[], events: readonly SealedEvent[]): Wanted[] {
  const viewers = receivers.map((receiver) => ({ receiver, viewer: viewerOf(receiver) }));
  return events.flatMap((event) => {
    const plugin = kernel.moduleOn(province, event.plugin);
    return viewers.flatMap(({ receiver, viewer }) => (wants(receiver, viewer, plugin, event) ? [{ webhook: receiver.id, event: event.id }] : []));
  });
}

async function note(trx: Kysely<ProvinceTables>, deliveries: readonly Wanted[], again = sql`do nothing`): Promise<number> {
  if (deliveries.length === 0) return 0;
  const { rows } = await sql`
    insert into core.deliveries as delivery (webhook, event_id)
    select * from unnest(${deliveries.map(({ webhook }) => webhook)}::uuid[], ${deliveries.map(({ event }) => event)}::bigint[])
    on conflict (webhook, event_id) ${again} returning delivery.id
  `.execute(trx);
  return rows.length;
}
