import { notFound } from '@tinhthong/core';
import { type RawBuilder, sql } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import type { Item } from './take-in.ts';

export function itemNotFound() {
  return notFound({ vi: 'mục chờ tiếp nhận', en: 'Item' });
}

/** What the caller may take in: a draft by the colleagues of its author, a message by everybody who takes messages in. */
export function mayTakeIn(ctx: ReportContext): RawBuilder<boolean> {
  const { agency, id } = ctx.actor;
  return sql<boolean>`(${ctx.allowed('report:enter')} and (kind <> 'draft' or author = ${id}::text or agency = ${agency}::text))`;
}

/** An item that nobody has dealt with yet; locked inside a change. */
export async function waitingItem(ctx: ReportContext, db: Pick<ReportTrx, 'selectFrom'>, id: string, lock = false): Promise<Item> {
  const query = db.selectFrom('intake_items').selectAll().where('id', '=', id).where('state', '=', 'waiting').where(mayTakeIn(ctx));
  const item = await (lock ? query.forUpdate() : query).executeTakeFirst();
  if (item === undefined) throw itemNotFound();
  return item;
}
