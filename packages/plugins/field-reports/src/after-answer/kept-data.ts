import type { PersonalData, RetentionRule, Trx } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportContext } from '../module.ts';
import { over, since } from '../privacy/kept-how-long.ts';

type Fields = Extract<PersonalData<FieldReports>, { fields: unknown }>['fields'];
type KeptTrx = Trx<FieldReports>;

const telling = { vi: 'Để báo tin mà người đó đã chọn', en: 'To tell people what they chose to be told' };
const followedPlace = { vi: 'Nơi người đó muốn nghe tin, có thể là nơi ở', en: 'The place that somebody wants to hear of, perhaps their home' };
const said = { vi: 'Điều người gửi nói thêm, cho cán bộ', en: 'What the reporter added, for staff' };

/** Of whoever follows, rates and adds to reports. */
export const afterAnswerFields: Fields = {
  'subscriptions.account': { purpose: telling },
  'subscriptions.asked_by': { purpose: telling },
  'subscriptions.email': { purpose: telling },
  'subscriptions.phone': { purpose: telling },
  'subscriptions.lat': { purpose: followedPlace, sensitive: true },
  'subscriptions.lon': { purpose: followedPlace, sensitive: true },
  'remarks.description': { purpose: said },
  'remarks.photos': { purpose: said },
  'ratings.comment': { purpose: { vi: 'Nhận xét kèm đánh giá, đã che số liên lạc', en: 'The comment beside a rating, contacts masked' } },
};

export const afterAnswerRetention: Readonly<Record<string, RetentionRule<FieldReports>>> = {
  subscriptions: {
    title: {
      vi: 'Đăng ký nhận tin, tính từ tin cuối cùng; của một phản ánh, từ khi nó kết thúc',
      en: 'Subscriptions, from the last thing told; of a report, from the day it came to its end',
    },
    keep: 'P24M',
    action: 'erase',
    async apply(_ctx, trx, before, limit) {
      const old = trx
        .selectFrom('subscriptions')
        .leftJoin('reports', 'reports.id', 'subscriptions.report')
        .select('subscriptions.id')
        .where((eb) => eb.or([eb.and([eb('subscriptions.report', 'is', null), eb(sql<Date>`greatest(subscriptions.created_at, confirmed_at, told_until)`, '<', before)]), eb(over, '<', before)]))
        .limit(limit);
      return Number((await trx.deleteFrom('subscriptions').where('id', 'in', old).executeTakeFirstOrThrow()).numDeletedRows);
    },
  },
  remarks: {
    title: { vi: `Lời người gửi bổ sung và nhận xét, ${since.vi}`, en: `What reporters added and their comments, ${since.en}` },
    keep: 'P24M',
    action: 'erase',
    async apply(_ctx, trx, before, limit) {
      const remarks = trx.selectFrom('remarks').innerJoin('reports', 'reports.id', 'remarks.report').select('remarks.id').where(over, '<', before).where('remarks.description', 'is not', null).limit(limit);
      const { numUpdatedRows } = await trx.updateTable('remarks').set({ description: null, photos: [] }).where('id', 'in', remarks).executeTakeFirstOrThrow();
      const { numAffectedRows = 0n } = await sql`
        update field_reports.ratings set comment = null where (report, rater) in (
          select ratings.report, ratings.rater from field_reports.ratings join field_reports.reports on reports.id = ratings.report
          where ratings.comment is not null and ${over} < ${before} limit ${limit})
      `.execute(trx);
      return Number(numUpdatedRows) + Number(numAffectedRows);
    },
  },
};

/** What somebody follows, and what they added to their own reports. */
export async function exportAfterAnswer(ctx: ReportContext, account: string): Promise<object[]> {
  const [subscriptions, remarks, ratings] = await Promise.all([
    ctx.db.selectFrom('subscriptions').leftJoin('reports', 'reports.id', 'subscriptions.report').select(['reports.code as follows', 'subscriptions.category', 'subscriptions.commune', 'subscriptions.lat', 'subscriptions.lon', 'metres', 'email', 'phone', 'created_at']).where((eb) => eb.or([eb('account', '=', account), eb('asked_by', '=', account)])).execute(),
    ctx.db.selectFrom('remarks').innerJoin('reports', 'reports.id', 'remarks.report').select(['reports.code as of', 'kind', 'remarks.description as added', 'at']).where('reporter', '=', account).orderBy('at').execute(),
    ctx.db.selectFrom('ratings').innerJoin('reports', 'reports.id', 'ratings.report').select(['reports.code as of', 'ratings.rating as rated', 'comment', 'at']).where('reporter', '=', account).where('rater', '=', 'reporter').execute(),
  ]);
  return [...subscriptions, ...remarks, ...ratings];
}

/** Erases it, in the change under way; `reports` are the person's own. What voices said goes by their account. */
export async function eraseAfterAnswer(trx: KeptTrx, account: string, reports: readonly string[]): Promise<void> {
  await trx.deleteFrom('subscriptions').where((eb) => eb.or([eb('account', '=', account), eb('asked_by', '=', account)])).execute();
  await trx.updateTable('remarks').set({ description: null, photos: [] }).where('report', '=', sql<string>`any(${reports}::uuid[])`).execute();
  await sql`
    update field_reports.ratings set comment = null
    where (rater = 'reporter' and report = any(${reports}::uuid[])) or rater = any(${reports}::text[])
      or rater in (select id::text from field_reports.voices where account = ${account})
  `.execute(trx);
}
