import { formatNumber, formatShare, type Html, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import { dayOf, readFigures } from '../figures/read-figures.ts';
import { listPublicReports } from '../list-public-reports.ts';
import type { ReportContext } from '../module.ts';
import type { ListedPage } from './environment.ts';
import { namesOf } from './names.ts';
import { reportCard } from './report-card.ts';

const days = 30;
const dayMs = 86_400_000;
const latest = 4;

interface Total {
  readonly submitted: number;
  readonly answered: number;
  readonly answeredOnTime: number;
  readonly closed: number;
  readonly rated: number;
  readonly satisfied: number;
  readonly acceptedRating: number;
}

/** On the province's home page: three figures, each with what it rests on, and the latest reports. */
export async function homeSection(ctx: ReportContext): Promise<Html> {
  const say = sayIn(ctx.language);
  const now = ctx.now();
  const [figures, list, names] = await Promise.all([
    readFigures(ctx, dayOf(new Date(now.getTime() - (days - 1) * dayMs)), dayOf(now)),
    listPublicReports(ctx, { limit: latest }),
    namesOf(ctx),
  ]);
  const { total } = JSON.parse(figures) as { total: Total };
  const { items } = JSON.parse(list) as ListedPage;
  return html`<section><h2>${say(`Phản ánh hiện trường, ${days} ngày qua`, `Field reports, the last ${days} days`)}</h2>
<div class="figures">${headline(say, total)}</div>
<div class="title"><h2>${say('Mới nhất', 'Latest')}</h2><a href="/phan-anh">${say('Xem tất cả phản ánh', 'See all reports')}</a></div>
${items.length === 0 ? html`<p>${say('Chưa có phản ánh nào.', 'There are no reports yet.')}</p>` : html`<ul class="cards">${items.map((item) => reportCard(say, names, item, now, { href: `/phan-anh/${item.code}` }))}</ul>`}
</section>`;
}

function headline(say: Say, { submitted, answered, answeredOnTime, closed, rated, satisfied, acceptedRating }: Total): Html[] {
  const n = (value: number) => formatNumber(say, value);
  const share = (part: number, whole: number) => (whole === 0 ? '–' : formatShare(say, part / whole));
  const figure = (value: string, title: string, rests: string) => html`<div class="figure"><p><b>${value}</b>${title}<br><small>${rests}</small></p></div>`;
  return [
    figure(n(submitted), say('phản ánh đã gửi', 'reports sent'), say(`${n(answered)} lượt trả lời trong cùng thời gian`, `${n(answered)} answers in the same time`)),
    figure(share(answeredOnTime, answered), say('trả lời đúng hạn', 'answered in time'), say(`${n(answeredOnTime)} trên ${n(answered)} lượt trả lời`, `${n(answeredOnTime)} of ${n(answered)} answers`)),
    figure(
      share(satisfied + acceptedRating, rated),
      say('hài lòng hoặc chấp nhận', 'satisfied or accepting'),
      say(`${n(rated)} lượt đánh giá, ${share(rated, closed)} số phản ánh đã đóng`, `${n(rated)} ratings, ${share(rated, closed)} of the reports closed`),
    ),
  ];
}
