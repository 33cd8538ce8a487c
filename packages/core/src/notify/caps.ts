import { type Kysely, sql } from 'kysely';
import type { Channel } from '../plugin/plugin.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { ChannelState } from './channels.ts';
import { dayBegan, dayMs, hourMs } from './local-time.ts';

/**
 * When there is room for one more to this recipient: now, or an hour after the oldest that fills it, or tomorrow for the
 * province's. What several workers send in the same moment may go over by as many.
 */
export async function roomAt(db: Kysely<ProvinceTables>, { channel, caps }: ChannelState, recipient: Buffer, now: Date): Promise<Date> {
  const today = dayBegan(now);
  const sinceHour = new Date(now.getTime() - hourMs);
  const { rows } = await sql<{ ofProvince: number; ofPerson: number; oldest: Date | null }>`
    select count(*) filter (where sent_at >= ${new Date(today)})::int as "ofProvince",
      count(*) filter (where recipient = ${recipient} and sent_at > ${sinceHour})::int as "ofPerson",
      min(sent_at) filter (where recipient = ${recipient} and sent_at > ${sinceHour}) as oldest
    from core.sends where channel = ${channel satisfies Channel} and lead is null and sent_at >= ${new Date(Math.min(today, sinceHour.getTime()))}
  `.execute(db);
  const { ofProvince, ofPerson, oldest } = rows[0]!;
  if (ofProvince >= caps.provinceDay) return new Date(today + dayMs);
  return ofPerson >= caps.personHour ? new Date(oldest!.getTime() + hourMs) : now;
}
