import type { Address, Message } from '@tinhthong/core';
import { followUpCode } from './follow-up.ts';
import type { ReportContext } from './module.ts';
import type { MoveName } from './report-states.ts';

const message = (vi: string, en: string, more: { vi: string; en: string }): Message => ({
  title: { vi: `Phản ánh của tôi: ${vi}`, en: `My report: ${en}` },
  channels: ['email', 'push'],
  template: {
    subject: { vi: `Phản ánh {code}: ${vi}`, en: `Report {code}: ${en}` },
    body: { vi: `Phản ánh {code} của bạn ${vi}.\n\n${more.vi}`, en: `Your report {code} is ${en}.\n\n${more.en}` },
  },
});

/** What reporters hear of their reports. */
export const messages = {
  'report-accepted': message('đã được tiếp nhận', 'accepted', { vi: 'Bạn xem được tiến độ ở liên kết dưới đây.', en: 'You can follow it at the link below.' }),
  'report-answered': message('đã có trả lời', 'answered', { vi: 'Hãy xem trả lời và đánh giá kết quả.', en: 'Please read the answer and rate the result.' }),
  'report-closed': message('đã đóng', 'closed', { vi: 'Nếu sự việc chưa xong, bạn mở lại được.', en: 'If it is not solved, you can reopen it.' }),
} as const satisfies Record<string, Message>;

/** The moves that a reporter is told of. */
export const toldMoves: Readonly<Partial<Record<MoveName, keyof typeof messages>>> = {
  accept: 'report-accepted',
  answer: 'report-answered',
  close: 'report-closed',
};

/** Whoever sent the report, by their account or by the address that they left with their consent. */
export async function addressOf(ctx: ReportContext, reportId: string): Promise<Address | undefined> {
  const report = await ctx.db
    .selectFrom('reports')
    .leftJoin('contacts', 'contacts.report', 'reports.id')
    .select(['reporter', 'email', 'phone'])
    .where('reports.id', '=', reportId)
    .executeTakeFirst();
  if (report === undefined) return undefined;
  const { reporter, email, phone } = report;
  if (reporter === null && email === null) return undefined;
  return { account: reporter ?? undefined, email: email ?? undefined, phone: phone ?? undefined, ...(reporter === null && { secret: followUpCode(ctx, reportId) }) };
}
