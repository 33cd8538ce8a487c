import type { Address, Message } from '@tinhthong/core';
import { followUpCode } from './follow-up.ts';
import { addressOfSubscription } from './subscriptions.ts';
import type { ReportContext } from '../module.ts';
import type { MoveName } from '../handling/report-states.ts';

const message = (vi: string, en: string, more: { vi: string; en: string }): Message => ({
  title: { vi: `Phản ánh của tôi: ${vi}`, en: `My report: ${en}` },
  channels: ['email', 'push'],
  template: {
    subject: { vi: `Phản ánh {code}: ${vi}`, en: `Report {code}: ${en}` },
    body: { vi: `Phản ánh {code} của bạn ${vi}.\n\n${more.vi}`, en: `Your report {code} is ${en}.\n\n${more.en}` },
  },
});

/** Of a report that somebody follows, or has added a voice to. */
const followed = (vi: string, en: string): Message => ({
  title: { vi: `Phản ánh tôi theo dõi: ${vi}`, en: `A report I follow: ${en}` },
  channels: ['email', 'push', 'sms', 'chat'],
  template: {
    subject: { vi: `Phản ánh {code} ${vi}`, en: `Report {code} is ${en}` },
    body: { vi: `Phản ánh {code} mà bạn theo dõi ${vi}.`, en: `Report {code}, which you follow, is ${en}.` },
  },
});

/** What reporters hear of their reports, and followers of theirs. */
export const messages = {
  'report-accepted': message('đã được tiếp nhận', 'accepted', { vi: 'Bạn xem được tiến độ ở liên kết dưới đây.', en: 'You can follow it at the link below.' }),
  'report-answered': message('đã có trả lời', 'answered', { vi: 'Hãy xem trả lời và đánh giá kết quả.', en: 'Please read the answer and rate the result.' }),
  'report-closed': message('đã đóng', 'closed', { vi: 'Nếu sự việc chưa xong, bạn mở lại được.', en: 'If it is not solved, you can reopen it.' }),
  'report-extended': message('đã được gia hạn', 'extended', { vi: 'Ngày hứa mới và lý do ở liên kết dưới đây.', en: 'The new date and the reason are at the link below.' }),
  'order-given': {
    title: { vi: 'Chỉ đạo của lãnh đạo tỉnh', en: 'Orders of the chairman’s office' },
    channels: ['email', 'push'],
    template: {
      subject: { vi: 'Chỉ đạo về phản ánh {code}', en: 'An order about report {code}' },
      body: { vi: 'Lãnh đạo tỉnh chỉ đạo đơn vị của bạn xử lý phản ánh {code}. Nội dung và thời hạn ở liên kết dưới đây.', en: 'The chairman’s office orders your agency to act on report {code}. What and until when: at the link below.' },
    },
  },
  'immediate-report': {
    title: { vi: 'Phản ánh tức thời, trực 24/7', en: 'Immediate reports, on duty 24/7' },
    channels: ['push', 'sms', 'chat', 'email'],
    urgent: true,
    template: {
      subject: { vi: 'TỨC THỜI: {count} phản ánh mới, {code}', en: 'IMMEDIATE: {count} new, {code}' },
      body: { vi: 'Có {count} phản ánh tức thời mới, trong đó có {code}. Cần xử lý ngay.', en: '{count} new immediate reports, {code} among them. Act now.' },
    },
  },
  'code-again': {
    title: { vi: 'Gửi lại mã theo dõi', en: 'The follow-up code once more' },
    channels: ['email', 'sms', 'chat'],
    // Somebody waits for it now.
    urgent: true,
    template: {
      subject: { vi: 'Phản ánh {code}: liên kết theo dõi', en: 'Report {code}: the link to follow it' },
      body: {
        vi: 'Liên kết dưới đây mở phản ánh {code} của bạn để xem, bổ sung, đánh giá và mở lại. Đừng chuyển cho người khác.',
        en: 'The link below opens your report {code}, to see, add to, rate and reopen it. Pass it on to nobody.',
      },
    },
  },
  'subscription-asked': {
    title: { vi: 'Xác nhận đăng ký nhận tin', en: 'Confirming a subscription' },
    channels: ['email', 'sms', 'chat'],
    urgent: true,
    template: {
      subject: { vi: 'Xác nhận nhận tin về phản ánh hiện trường', en: 'Please confirm: news of field reports' },
      body: {
        vi: 'Có người, hẳn là bạn, đăng ký nhận tin ở địa chỉ này. Mở liên kết dưới đây trong vòng một ngày để xác nhận. Nếu không phải bạn, hãy bỏ qua: sẽ không có tin nào nữa.',
        en: 'Somebody, probably you, asked for news at this address. Open the link below within a day to confirm. If it was not you, do nothing: there will be no more.',
      },
    },
  },
  'followed-accepted': followed('đã được tiếp nhận', 'accepted'),
  'followed-answered': followed('đã có trả lời', 'answered'),
  'followed-closed': followed('đã đóng', 'closed'),
  'followed-reopened': followed('đã được mở lại', 'open again'),
  'area-news': {
    title: { vi: 'Tin theo lĩnh vực, theo nơi', en: 'News of a category or a place' },
    channels: ['email', 'push', 'sms', 'chat'],
    template: {
      subject: { vi: '{where}: {reports} phản ánh mới, {answers} trả lời mới', en: '{where}: new reports {reports}, new answers {answers}' },
      body: { vi: '{where}: {reports} phản ánh mới, {answers} trả lời mới.\n\n{latest}', en: '{where}: new reports {reports}, new answers {answers}.\n\n{latest}' },
    },
  },
} as const satisfies Record<string, Message>;

/** The moves that a reporter is told of. */
export const toldMoves: Readonly<Partial<Record<MoveName, keyof typeof messages>>> = {
  accept: 'report-accepted',
  answer: 'report-answered',
  close: 'report-closed',
};

/**
 * Where a subject of a telling is reached: `asked:<id>` and `subscription:<id>` by the subscription, a bare id by the report.
 */
export function addressOf(ctx: ReportContext, subject: string): Promise<Address | undefined> {
  const [, kind, id = subject] = /^([a-z]+):(.+)$/.exec(subject) ?? [];
  if (kind === 'asked' || kind === 'subscription') return addressOfSubscription(ctx, id, kind === 'asked');
  return addressOfReporter(ctx, id);
}

/** Whoever sent the report, by their account or by the address that they left with their consent. */
async function addressOfReporter(ctx: ReportContext, reportId: string): Promise<Address | undefined> {
  const report = await ctx.db
    .selectFrom('reports')
    .leftJoin('contacts', 'contacts.report', 'reports.id')
    .select(['reporter', 'email', 'phone'])
    .where('reports.id', '=', reportId)
    .executeTakeFirst();
  if (report === undefined) return undefined;
  const { reporter, email, phone } = report;
  if (reporter === null && email === null && phone === null) return undefined;
  return { account: reporter ?? undefined, email: email ?? undefined, phone: phone ?? undefined, ...(reporter === null && { secret: followUpCode(ctx, reportId) }) };
}
