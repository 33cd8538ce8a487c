import { formatShare, type Job, type Message, sayIn } from '@tinhthong/core';
import type { FieldReports, ReportContext } from '../module.ts';
import { agencyName, categoryName, communeName, type Names, namesOf } from '../pages/names.ts';
import { dailyDigest } from './daily-digest.ts';

export const figuresMessages = {
  'daily-digest': {
    title: { vi: 'Phản ánh hằng ngày, cho lãnh đạo tỉnh', en: "Reports of the day, for the province's leaders" },
    channels: ['email'],
    template: {
      subject: { vi: 'Phản ánh ngày {day}: {submitted} mới, {late} quá hạn', en: 'Reports of {day}: {submitted} new, {late} late' },
      body: {
        vi: 'Ngày {day}: {submitted} phản ánh mới, {answered} lượt trả lời ({onTime} đúng hạn), {reopened} mở lại.\nĐánh giá: {content} trên {rated} lượt là hài lòng hoặc chấp nhận; {ratingRate} số phản ánh đã đóng được đánh giá.\nChưa trả lời: {open}, trong đó quá hạn {late}.\nQuá hạn nhiều nhất: {agencies}.\nĐiểm nóng: {spots}.\nChỉ đạo chưa xong: {orders}, quá hạn {lateOrders}.',
        en: '{day}: {submitted} new reports, {answered} answers ({onTime} in time), {reopened} reopened.\nRatings: {content} of {rated} satisfied or accepting; {ratingRate} of the closed were rated.\nOpen: {open}, of these late {late}.\nMost late: {agencies}.\nHot spots: {spots}.\nOrders open: {orders}, late {lateOrders}.',
      },
    },
  },
} as const satisfies Record<string, Message>;

/** Before the day's work begins, yesterday lies on the chairman's desk. */
export const sendDigest: Job<FieldReports> = {
  title: { vi: 'Gửi số liệu hằng ngày cho lãnh đạo', en: 'Send the daily digest to the chairman' },
  cron: '0 7 * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    const [data, names] = await Promise.all([digestData(ctx), namesOf(ctx)]);
    await ctx.change(async (trx) => {
      ctx.tell(trx, 'daily-digest', { to: { agency: ctx.settings.chairmanOffice }, data: data(names), link: '/phan-anh/so-lieu/hom-qua' });
      return null;
    });
  },
};

async function digestData(ctx: ReportContext): Promise<(names: Names) => Record<string, string | number>> {
  const digest = await dailyDigest(ctx);
  const { submitted, answered, answeredOnTime, reopened, open, late, satisfaction, coverage, lateAgencies, hotSpots, orders } = digest;
  return (names) => ({
    day: digest.day.split('-').reverse().join('/'),
    submitted, answered, reopened, open, late,
    onTime: answeredOnTime,
    rated: satisfaction.of,
    ratingRate: coverage.value === null ? '–' : formatShare(vietnamese, coverage.value / 100),
    content: Math.round(((satisfaction.value ?? 0) * satisfaction.of) / 100),
    agencies: lateAgencies.map(({ agency, late: count }) => `${agencyName(vietnamese, names, agency)} (${count})`).join('; ') || '–',
    spots: hotSpots.map(({ category, commune, reports }) => `${categoryName(vietnamese, names, category)}, ${communeName(names, commune)} (${reports})`).join('; ') || '–',
    orders: orders.open,
    lateOrders: orders.late,
  });
}

/** A message is one text for all who get it: names in it are the Vietnamese ones. */
const vietnamese = sayIn('vi');
