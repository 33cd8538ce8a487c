import { Problem, timeOrderedId } from '@tinhthong/core';
import type { Insertable } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { IntakeItemRow } from './intake-tables.ts';

export type NewItem = Pick<Insertable<IntakeItemRow>, 'kind' | 'channel'> & Partial<Insertable<IntakeItemRow>>;
export interface KeptItem {
  readonly id: string;
  readonly code: string | null;
  readonly state: 'waiting' | 'completed' | 'dropped' | 'discarded';
  /** Not new: the same message again, or the same text of the same sender while the first waits. */
  readonly again: boolean;
}

/** As much of what could not be read is kept as it came. */
const mostRawBytes = 12 * 1024 * 1024;

/** Stores what has come in, once: in the change under way, with its pictures. */
export async function keepItem(ctx: ReportContext, trx: ReportTrx, item: NewItem): Promise<KeptItem> {
  const now = ctx.now();
  const id = item.id ?? timeOrderedId();
  const { photos = [] } = item;
  const row = { agency: ctx.settings.dispatcher, received_at: now, updated_at: now, ...item, id, photos, raw: item.raw?.subarray(0, mostRawBytes) ?? null };
  const made = await trx.insertInto('intake_items').values(row).onConflict((oc) => oc.doNothing()).returning(['id', 'code', 'state']).executeTakeFirst();
  if (made !== undefined) {
    await ctx.attach(trx, photos, id);
    ctx.publish(trx, 'intake.received', { subject: id, agency: row.agency, data: { kind: row.kind, channel: row.channel, state: made.state } });
    return { ...made, again: false };
  }
  const { source = null, fingerprint = null } = item;
  const same = source === null ? undefined : await trx.selectFrom('intake_items').select(['id', 'code', 'state']).where('source', '=', source).executeTakeFirst();
  if (same !== undefined) return { ...same, again: true };
  const waiting = await trx
    .updateTable('intake_items')
    .set((eb) => ({ repeats: eb('repeats', '+', 1), updated_at: now }))
    .where('fingerprint', '=', fingerprint)
    .where('state', '=', 'waiting')
    .returning(['id', 'code', 'state'])
    .executeTakeFirst();
  if (waiting !== undefined) return { ...waiting, again: true };
  // The first one was taken in between the two statements.
  throw new Problem(409, 'try-again', { vi: 'Tin này đang được xử lý, xin gửi lại.', en: 'This is being dealt with, please send it again.' });
}
