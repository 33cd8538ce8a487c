import { createHash } from 'node:crypto';
import { fold, Problem } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';
import { type FoundPlace, type GivenPlace, placeOf } from './place-of.ts';

/** About as far as two taps on the same spot of a map lie apart. */
const placeDigits = 4;

/**
 * The same for the same text about the same place from the same sender, however it is accented or spaced; leads back to
 * nobody. Null where nobody can be told apart, as in tasks.
 */
export function fingerprintOf(
  sender: string | null,
  { category, place, address, text }: { readonly category: string; readonly place: Pick<FoundPlace, 'commune' | 'lat' | 'lon'> | null; readonly address?: string | null | undefined; readonly text: string },
): string | null {
  if (sender === null) return null;
  const at = place === null ? [] : [place.commune, place.lat.toFixed(placeDigits), place.lon.toFixed(placeDigits)];
  return createHash('sha256').update(JSON.stringify([sender, category, ...at, fold(address ?? ''), fold(text)])).digest('base64url').slice(0, 32);
}

/**
 * CTE `before_0` of the submitting statement: the texts that nobody sent within the province's minutes, or whose report
 * was withdrawn. Sorted, so that two batches that hold the same texts wait for one another instead of for each other.
 */
export const claimTexts = `
  insert into field_reports.sent_texts (fingerprint, report, at)
  select distinct on (fingerprint) fingerprint, id, submitted_at from given where fingerprint is not null order by fingerprint, id
  on conflict (fingerprint) do update set report = excluded.report, at = excluded.at
  where sent_texts.at <= excluded.at - make_interval(mins => (select max(identical_minutes) from given))
    or exists (select 1 from field_reports.reports as first where first.id = sent_texts.report and first.state = 'withdrawn')
  returning report`;

/** What of `given` is sent for the first time. */
export const firstOfItsText = `fingerprint is null or id in (select report from before_0)`;

/** Code of the report that was sent first with this text, where that is so short a time ago that `claimTexts` refuses it again. */
export async function firstSent(ctx: ReportContext, fingerprint: string): Promise<string | undefined> {
  const since = new Date(ctx.now().getTime() - ctx.settings.identicalMinutes * 60_000);
  const first = await ctx.db
    .selectFrom('sent_texts')
    .innerJoin('reports', 'reports.id', 'sent_texts.report')
    .select('code')
    .where('fingerprint', '=', fingerprint)
    .where('at', '>', since)
    .where('reports.state', '!=', 'withdrawn')
    .executeTakeFirst();
  return first?.code;
}

/** Whether the caller has sent just this a moment ago: then it is a repeat, and not one more of several that are alike. */
export async function sentBefore(ctx: ReportContext, report: GivenPlace & { readonly category: string; readonly description: string; readonly address?: string | undefined }): Promise<boolean> {
  const fingerprint = fingerprintOf(ctx.actor.id ?? ctx.caller, { category: report.category, place: await placeOf(ctx, report), address: report.address, text: report.description });
  return fingerprint !== null && (await firstSent(ctx, fingerprint)) !== undefined;
}

/** To whoever sent the first one, and to nobody else: the fingerprint holds the sender. */
export function alreadySent(code: string | undefined): Problem {
  const named = code === undefined ? '' : ` ${code}`;
  return new Problem(
    409,
    'already-sent',
    { vi: `Bạn vừa gửi đúng phản ánh này rồi${named && `, mã${named}`}.`, en: `You have sent this very report already${named && `, code${named}`}.` },
    {
      detail: { vi: 'Hãy theo dõi phản ánh đó; nếu có thêm chi tiết, bổ sung vào đó.', en: 'Please follow that one; what is new can be added to it.' },
      ...(code !== undefined && { headers: { location: `/phan-anh/${code}` } }),
    },
  );
}
