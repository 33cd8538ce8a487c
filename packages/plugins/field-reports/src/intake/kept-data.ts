import type { PersonalData, RetentionRule, Trx } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportContext } from '../module.ts';
import { over, since } from '../privacy/kept-how-long.ts';

type Fields = Extract<PersonalData<FieldReports>, { fields: unknown }>['fields'];

const answering = { vi: 'Để trả lời người đã gọi, nhắn hoặc viết thư', en: 'To answer whoever called or wrote' };
const whatWasSaid = { vi: 'Điều người dân kể, trước khi thành phản ánh', en: 'What somebody told, before it is a report' };
const whereItIs = { vi: 'Nơi xảy ra sự việc', en: 'The place of the problem' };
const ofVoices = { vi: 'Để người cùng báo theo dõi và đánh giá', en: 'For those who joined, to follow and rate' };

/** Of what waits to become a report, and of those who joined one. */
export const intakeFields: Fields = {
  'intake_items.sender_name': { purpose: answering },
  'intake_items.sender_phone': { purpose: answering },
  'intake_items.sender_email': { purpose: answering },
  'intake_items.description': { purpose: whatWasSaid },
  'intake_items.raw': { purpose: whatWasSaid },
  'intake_items.photos': { purpose: whatWasSaid },
  'intake_items.address': { purpose: whereItIs },
  'intake_items.lat': { purpose: whereItIs, sensitive: true },
  'intake_items.lon': { purpose: whereItIs, sensitive: true },
  'intake_items.author': { purpose: { vi: 'Để cán bộ tìm lại bản nháp của mình', en: 'For officers to find their own drafts' } },
  'voices.account': { purpose: ofVoices },
  'voices.remark': { purpose: ofVoices },
  'voices.person': { purpose: { vi: 'Mã băm, để một người chỉ được tính một lần', en: 'A hash, so that one person counts once' } },
};

export const intakeRetention: Readonly<Record<string, RetentionRule<FieldReports>>> = {
  'intake-items': {
    title: { vi: 'Tin, thư, bản nháp chưa thành phản ánh, tính từ lần sửa cuối', en: 'Messages, letters and drafts that became no report, from their last change' },
    keep: 'P24M',
    action: 'erase',
    async apply(ctx, trx, before, limit) {
      const old = trx.selectFrom('intake_items').select('id').where('updated_at', '<', before).limit(limit);
      const gone = await trx.deleteFrom('intake_items').where('id', 'in', old).returning('photos').execute();
      await ctx.files.remove(trx as never, gone.flatMap(({ photos }) => photos));
      return gone.length;
    },
  },
  voices: {
    title: { vi: `Người cùng báo và điều họ nói thêm, ${since.vi}: chỉ còn con số`, en: `Those who joined and what they added, ${since.en}: the number stays` },
    keep: 'P24M',
    action: 'anonymise',
    async apply(_ctx, trx, before, limit) {
      const old = trx
        .selectFrom('voices')
        .innerJoin('reports', 'reports.id', 'voices.report')
        .select('voices.id')
        .where(over, '<', before)
        .where((eb) => eb.or([eb('voices.account', 'is not', null), eb('voices.remark', 'is not', null)]))
        .limit(limit);
      return Number((await trx.updateTable('voices').set(nobodys).where('id', 'in', old).executeTakeFirstOrThrow()).numUpdatedRows);
    },
  },
};

/** A voice that leads to nobody still counts. */
const nobodys = { account: null, remark: null, person: sql<string>`id::text` };

export async function exportIntake(ctx: ReportContext, accountId: string): Promise<readonly object[]> {
  return ctx.db.selectFrom('voices').innerJoin('reports', 'reports.id', 'voices.report').select(['reports.code as joined', 'remark', 'joined_at']).where('account', '=', accountId).orderBy('joined_at').execute();
}

export async function eraseIntake(trx: Trx<FieldReports>, accountId: string): Promise<void> {
  await trx.updateTable('voices').set(nobodys).where('account', '=', accountId).execute();
  await trx.updateTable('intake_items').set({ author: null }).where('author', '=', accountId).execute();
}
