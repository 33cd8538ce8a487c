import { formatNumber, formatShare, type Html, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { satisfactionInWords } from '../after-answer/satisfaction.ts';
import { lastDays } from '../figures/period.ts';
import { publicTotal, type PublicTotal } from '../figures/public-figures.ts';
import { readSums, totalOf } from '../figures/read-sums.ts';
import { listPublicReports } from '../reading/list-public-reports.ts';
import type { ReportContext } from '../module.ts';
import type { ListedPage } from './environment.ts';
import { namesOf } from './names.ts';
import { reportCard } from './report-card.ts';

const days = 30;
const latest = 4;

/** On the province's home page: three figures, each with what it rests on, and the latest reports. */
export async function homeSection(ctx: ReportContext): Promise<Html> {
  const say = sayIn(ctx.language);
  const now = ctx.now();
  const [total, list, names] = await Promise.all([
    readTotal(ctx),
    listPublicReports(ctx, { limit: latest }),
    namesOf(ctx),
  ]);
  const { items } = JSON.parse(list) as ListedPage;
  return html`<section><h2>${say(`Phản ánh hiện trường, ${days}\u00a0ngày qua`, `Field reports, the last ${days} days`)}</h2>
<div class="figures">${headline(say, total)}</div>
<div class="title"><h2>${say('Mới nhất', 'Latest')}</h2><a href="/phan-anh">${say('Xem tất cả phản ánh', 'See all reports')}</a></div>
${items.length === 0 ? html`<p>${say('Chưa có phản ánh nào.', 'There are no reports yet.')}</p>` : html`<ul class="cards">${items.map((item) => reportCard(say, names, item, now, { href: `/phan-anh/${item.code}` }))}</ul>`}
</section>`;
}

/** From memory while nothing happens: it stands on the page that most people see first. */
async function readTotal(ctx: ReportContext): Promise<PublicTotal> {
  const period = lastDays(days, ctx.now());
  return JSON.parse(await ctx.cached(`home|${period.to}`, async () => JSON.stringify(publicTotal(totalOf((await readSums(ctx, period, 'category')).values()))))) as PublicTotal;
}

function headline(say: Say, { submitted, answered, answeredOnTime, closed, rated, satisfied, accepting }: PublicTotal): Html[] {
  const few = say('dưới 10', 'under 10');
  const n = (value: number | null) => (value === null ? few : formatNumber(say, value));
  const inTime = answered === null || answeredOnTime === null || answered === 0 ? '–' : formatShare(say, answeredOnTime / answered);
  const known = rated !== null && satisfied !== null && accepting !== null && closed !== null;
  const satisfaction = known ? satisfactionInWords(say, { rated, satisfied, accepted: accepting, closed }) : { share: '–', restsOn: say(`${n(rated)} lượt đánh giá, ${n(closed)} phản ánh đã đóng`, `${n(rated)} ratings, ${n(closed)} reports closed`) };
  const figure = (value: string, title: string, rests: string) => html`<div class="figure"><p><b>${value}</b>${title}<br><small>${rests}</small></p></div>`;
  return [
    figure(n(submitted), say('phản ánh đã gửi', 'reports sent'), say(`${n(answered)} lượt trả lời trong cùng thời gian`, `${n(answered)} answers in the same time`)),
    figure(inTime, say('trả lời đúng hạn', 'answered in time'), say(`${n(answeredOnTime)} trên ${n(answered)} lượt trả lời`, `${n(answeredOnTime)} of ${n(answered)} answers`)),
    figure(satisfaction.share, say('hài lòng hoặc chấp nhận', 'satisfied or accepting'), satisfaction.restsOn),
  ];
}
