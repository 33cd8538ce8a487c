import { graphemeLength } from '@tinhthong/core';
import { configurationOf } from '../configuration.ts';
import { maskText } from '../privacy/mask-text.ts';
import { authorizeWriter } from './authorize-writer.ts';
import { formatTime, hasZone } from './dates.ts';
import { givenInForm, type Given, type Open311Request } from './parameters.ts';
import { mediaUrlsIn } from './post-request.ts';
import { unknown, wrong } from './refusals.ts';
import { time } from './request-filter.ts';
import type { Value } from './resources.ts';
import { type Status, statuses } from './status.ts';

const mostDescription = 4_000;
// Clocks differ.
const aheadMs = 5 * 60_000;

/**
 * `POST servicerequestupdates`: what another system has to say about a public report. It joins the timeline, and the
 * agency is told. It moves nothing: who answers and who closes is said by the transition table, not by an address.
 */
export async function postUpdate(c: Open311Request): Promise<Value> {
  const given = await givenInForm(c);
  await authorizeWriter(c, given);
  const ctx = c.get('ctx');
  const update = updateIn(given, ctx.now());
  const { categories } = await configurationOf(ctx);
  let text = '';
  await ctx.change(async (trx) => {
    const report = await trx.selectFrom('reports').select(['id', 'code', 'agency', 'category']).where('code', '=', update.code).where('public', '=', true).executeTakeFirst();
    if (report === undefined) throw unknown({ vi: 'service_request_id này', en: 'This service_request_id' });
    const { id: update_id, status, description, mediaUrl: media_url, at: updated_at } = update;
    const added = await trx
      .insertInto('posted_updates')
      .values({ update_id, report: report.id, api_key: ctx.actor.id!, status, description, media_url, updated_at, received_at: ctx.now() })
      .onConflict((conflict) => conflict.doNothing())
      .returning('update_id')
      .executeTakeFirst();
    if (added === undefined) throw wrong('update_id', { vi: 'đã được gửi rồi', en: 'was sent before' });
    text = maskText(description, { plates: categories.get(report.category)?.maskPlates ?? false });
    ctx.publish(trx, 'report.commented', { subject: report.id, agency: report.agency, data: { category: report.category, update: update_id, status, text } });
    await ctx.notify(trx, [
      { key: `update:${update_id}`, agency: report.agency, title: { vi: `Phản ánh ${report.code} có cập nhật từ hệ thống khác`, en: `Report ${report.code} has an update from another system` }, link: `/phan-anh/viec/${report.code}` },
    ]);
    return null;
  });
  return [{ update_id: update.id, service_request_id: update.code, status: update.status, description: text, media_url: null, updated_datetime: formatTime(update.at) }];
}

interface Update {
  readonly id: string;
  readonly code: string;
  readonly status: Status;
  readonly description: string;
  readonly mediaUrl: string | null;
  readonly at: Date;
}

function updateIn(given: Given, now: Date): Update {
  const needed = (name: string): string => {
    const text = given.one(name);
    if (text === undefined) throw wrong(name, { vi: 'cần có', en: 'is required' });
    return text;
  };
  const [code, id, status, when, description] = ['service_request_id', 'update_id', 'status', 'updated_datetime', 'description'].map(needed) as [string, string, string, string, string];
  // `u-` and a number are ours.
  if (id.length > 100 || /^u-\d+$/.test(id)) throw wrong('update_id', { vi: 'tối đa 100 ký tự, không phải dạng u-123', en: 'at most 100 characters, and not of the form u-123' });
  if (!(statuses as readonly string[]).includes(status)) throw wrong('status', { vi: 'phải là open hoặc closed', en: 'must be open or closed' });
  if (!hasZone(when)) throw wrong('updated_datetime', { vi: 'phải có múi giờ, như 2026-01-01T00:00:00+07:00', en: 'must say its zone, like 2026-01-01T00:00:00+07:00' });
  const at = time(given, 'updated_datetime')!;
  if (at.getTime() > now.getTime() + aheadMs) throw wrong('updated_datetime', { vi: 'ở tương lai', en: 'is in the future' });
  if (graphemeLength(description) > mostDescription) throw wrong('description', { vi: `tối đa ${mostDescription} ký tự`, en: `at most ${mostDescription} characters` });
  return { id, code, status: status as Status, description, mediaUrl: mediaUrlsIn(given)[0] ?? null, at };
}
