import { type Kysely, sql } from 'kysely';
import type { Channel } from '../plugin/plugin.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Receipt, ReceiptReading } from './receipt-reading.ts';

/** How a mail relay's reports are read where the province says nothing else. */
export const usualEmailReading: ReceiptReading = { id: 'id', state: 'state', delivered: ['delivered'], failed: ['failed'], gone: ['bounced'] };

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/**
 * Notes what became of what was sent. A report finds its sending by our own id (alone, or in a mail's Message-ID) or by the
 * provider's; told twice it is the same as once, and "delivered" is not taken back by a late "failed". What is reported
 * before it was noted as sent says nothing yet: providers repeat themselves.
 */
export async function recordReceipts(db: Kysely<ProvinceTables>, channel: Channel, receipts: readonly Receipt[], at: Date): Promise<void> {
  for (const { id, state } of receipts) {
    const own = uuid.exec(id)?.[0].toLowerCase();
    const { rows } = await sql<{ recipient: Buffer | null }>`
      with reported as (
        select id from core.sends where channel = ${channel} and state in ('sent', 'failed') and (id = ${own ?? null}::uuid or provider_id = ${id})
      )
      update core.sends as send set state = ${state === 'delivered' ? 'delivered' : 'failed'},
        delivered_at = case when ${state} = 'delivered' then ${at}::timestamptz end,
        error = case when ${state} <> 'delivered' then ${state} end
      from reported where send.id = reported.id or send.lead = reported.id
      returning send.recipient
    `.execute(db);
    const recipient = rows.find((row) => row.recipient !== null)?.recipient;
    if (state === 'gone' && recipient != null) await db.insertInto('core.unreachable').values({ channel, recipient, at }).onConflict((oc) => oc.doNothing()).execute();
  }
}
