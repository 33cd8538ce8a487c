import { field, formatNumber, type Html, page, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import type { PageRequest } from '../pages/environment.ts';
import { given } from '../pages/list-page.ts';
import { agencyName, categoryName, communeName, type Names, namesOf } from '../pages/names.ts';
import { byName, type Choice, options } from '../pages/options.ts';
import type { DailyDigest } from './daily-digest.ts';
import { readDigest } from './digest-route.ts';
import { type Face, faces } from './figure-rows.ts';
import { type FaceFigures, readFiguresBy, type share } from './figures-by-face-route.ts';
import { type HotSpot, listHotSpots } from './hot-spots-route.ts';
import { addDays, dayOf } from './period.ts';
import { periodChoices } from './period-choices.ts';
import { shareBar } from './share-bar.ts';
import { dayInWords } from './words.ts';

type Share = z.output<typeof share>;

/** Of fewer a share says little: it is shown faint, beside what it rests on. */
const enough = 30;

const n = (say: Say, value: number | null) => (value === null ? '–' : formatNumber(say, value));
const percent = (say: Say, { value, of }: Share) => {
  if (value === null) return '–';
  const shown = `${formatNumber(say, value)}%`;
  return html`${of < enough ? html`<span class="muted">${shown}</span>` : shown}<br><small>${say('trên', 'of')} ${formatNumber(say, of)}</small>`;
};

/** `/phan-anh/so-lieu/hom-qua`: the chairman's digest as a page. */
export async function digestPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { day } = given(c, ['day']);
  const digest = (await c.get('call')(readDigest, { query: { day } })) as DailyDigest;
  const names = await namesOf(ctx);
  const title = say('Một ngày phản ánh', 'A day of reports');
  return page(c, {
    title,
    body: html`<div class="wrap"><div class="title"><h1>${title} <small>${dayInWords(digest.day)}</small></h1></div>${staffTabs(say, 'hom-qua')}
<form class="filter" action="/phan-anh/so-lieu/hom-qua">${field({ name: 'day', label: say('Ngày', 'Day') }, (attributes) => html`<input ${attributes} type="date" max="${addDays(dayOf(ctx.now()), -1)}" value="${digest.day}" required>`)}
<button class="second">${say('Xem', 'Show')}</button></form>
<div class="figures">
${card(n(say, digest.submitted), say('phản ánh mới', 'new reports'), say(`${n(say, digest.reopened)} mở lại`, `${n(say, digest.reopened)} reopened`))}
${card(n(say, digest.answered), say('lượt trả lời', 'answers'), say(`${n(say, digest.answeredOnTime)} đúng hạn`, `${n(say, digest.answeredOnTime)} in time`))}
${card(n(say, digest.open), say('chưa trả lời', 'open'), say(`${n(say, digest.late)} quá hạn`, `${n(say, digest.late)} late`))}
${card(digest.satisfaction.value === null ? '–' : `${n(say, digest.satisfaction.value)}%`, say('hài lòng hoặc chấp nhận', 'satisfied or accepting'), ratingWords(say, digest))}
</div>
<h2>${say('Quá hạn, theo đơn vị', 'Late, by agency')}</h2>${lateTable(say, names, digest)}
<h2>${say('Điểm nóng', 'Hot spots')}</h2>${digest.hotSpots.length === 0 ? noHotSpots(say) : html`<ul class="plain">${digest.hotSpots.map((spot) => html`<li>${categoryName(say, names, spot.category)}, ${communeName(names, spot.commune)}: ${say(`${spot.reports} phản ánh, ${spot.open} chưa trả lời`, `${spot.reports} reports, ${spot.open} open`)}</li>`)}</ul>`}
<h2>${say('Chỉ đạo chưa thực hiện xong', 'Orders not carried out yet')}</h2><p>${digest.orders.open === 0 ? say('Mọi chỉ đạo đã thực hiện xong.', 'All orders have been carried out.') : say(`${digest.orders.open} chỉ đạo, ${digest.orders.late} quá hạn`, `${digest.orders.open} orders, ${digest.orders.late} late`)}</p>
<p class="hint">${say('Chưa trả lời, quá hạn tính đến cuối ngày; điểm nóng và chỉ đạo tính đến bây giờ.', 'Open and late as at the end of the day; hot spots and orders as they are now.')}</p></div>`,
  });
}

/** `/phan-anh/so-lieu/don-vi`: who does how well, most late first. */
export async function agencyFiguresPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { by = 'agency', period = '365', ...filter } = given(c, ['by', 'period', 'agency', 'category', 'commune']);
  const face = faces.find((one) => one === by) ?? 'agency';
  const { from, to, rows } = (await c.get('call')(readFiguresBy, { params: { face }, query: { period, ...filter } })) as { from: string; to: string; rows: readonly FaceFigures[] };
  const names = await namesOf(ctx);
  const nameOf = namesBy(say, names)[face];
  const title = say('Số liệu xử lý', 'How reports are handled');
  const mostLate = Math.max(1, ...rows.map(({ late }) => late));
  return page(c, {
    title,
    body: html`<div class="wrap"><div class="title"><h1>${title}</h1></div>${staffTabs(say, 'don-vi')}
${chooseForm(say, names, ctx.now(), { face, period, ...filter })}
<p>${say('Từ', 'From')} ${dayInWords(from)} ${say('đến', 'to')} ${dayInWords(to)}. ${say('Nhiều quá hạn nhất đứng trước.', 'Most late first.')}</p>
${rows.length === 0 ? html`<p>${say('Không có phản ánh nào trong kỳ này.', 'There are no reports in this period.')}</p>` : html`<div class="sideways" tabindex="0" role="region" aria-label="${title}"><table class="numbers"><thead><tr><th scope="col">${say(faceWords[face].vi, faceWords[face].en)}</th>${heads(say).map((head) => html`<th scope="col">${head}</th>`)}</tr></thead>
<tbody>${rows.map((row) => html`<tr><th scope="row">${nameOf(row.key)}${row.late === 0 ? '' : shareBar(row.late / mostLate)}</th>${cells(say, row).map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`}
<p class="hint">${say(`Vạch dưới tên: số quá hạn. Tỷ lệ mờ: tính trên dưới ${enough} phản ánh, chưa đủ mẫu để so sánh. Mỗi phản ánh tính cho đơn vị đang giữ; lượt trả lời và từ chối tính cho đơn vị đã làm.`, `The bar below a name: how many are late. Faint shares rest on fewer than ${enough} reports, too few to compare. A report counts for the agency that has it; answers and refusals for the one that gave them.`)}</p></div>`,
  });
}

/** By what, in which period, and of what alone. */
function chooseForm(say: Say, names: Names, now: Date, chosen: { readonly face: Face; readonly period: string } & { readonly [F in Face]?: string }): Html {
  const codes = { agency: names.agencies, category: names.categories, commune: names.communes };
  const choose = (name: string, label: string, choices: readonly Choice[], value: string | undefined, all = false) =>
    field({ name, label }, (attributes) => html`<select ${attributes}>${all ? html`<option value="">${say('Tất cả', 'All')}</option>` : ''}${options(choices, value)}</select>`);
  const named = (face: Face) => byName([...codes[face].keys()].map((code): Choice => [code, namesBy(say, names)[face](code)]));
  return html`<form class="filter" action="/phan-anh/so-lieu/don-vi">
${choose('by', say('Xếp theo', 'By'), faces.map((face): Choice => [face, say(faceWords[face].vi, faceWords[face].en)]), chosen.face)}
${choose('period', say('Kỳ', 'Period'), periodChoices(say, now), chosen.period)}
${faces.filter((face) => face !== chosen.face).map((face) => choose(face, say(faceWords[face].vi, faceWords[face].en), named(face), chosen[face], true))}
<button class="second">${say('Xem', 'Show')}</button></form>`;
}

const namesBy = (say: Say, names: Names): Readonly<Record<Face, (key: string) => string>> => ({
  agency: (key) => agencyName(say, names, key),
  category: (key) => categoryName(say, names, key),
  commune: (key) => communeName(names, key),
});

const faceWords = { agency: { vi: 'Đơn vị', en: 'Agency' }, category: { vi: 'Lĩnh vực', en: 'Category' }, commune: { vi: 'Xã, phường', en: 'Commune' } } as const satisfies Record<Face, { vi: string; en: string }>;

const heads = (say: Say) => [
  say('Gửi', 'Sent'), say('Trả lời', 'Answered'), say('Chưa trả lời', 'Open'), say('Quá hạn', 'Late'), say('Đúng hạn', 'In time'), say('Hài lòng, chấp nhận', 'Satisfied, accepting'), say('Được đánh giá', 'Rated'),
  say('Mở lại', 'Reopened'), say('Từ chối', 'Refused'), say('Tồn (ngày)', 'Backlog (days)'), say('Trung vị (giờ làm việc)', 'Median (working hours)'), say('Phân vị 90', '90th percentile'),
];

function cells(say: Say, row: FaceFigures): (Html | string)[] {
  const hours = ({ value, beyond }: FaceFigures['closeMedian']) => (value === null ? '–' : `${beyond ? '> ' : ''}${n(say, value)}`);
  return [
    n(say, row.submitted), n(say, row.answered), n(say, row.open), n(say, row.late), percent(say, row.onTime), percent(say, row.satisfaction), percent(say, row.coverage),
    percent(say, row.reopenedShare), n(say, row.refused), n(say, row.backlogDays), hours(row.closeMedian), hours(row.closeP90),
  ];
}

/** `/phan-anh/so-lieu/diem-nong`: where the same comes back. */
export async function hotSpotsPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const { items } = (await c.get('call')(listHotSpots, { query: { limit: 100 } })) as { items: readonly HotSpot[] };
  const names = await namesOf(ctx);
  const { hotSpotMetres: metres, hotSpotTimes: times, hotSpotDays: days } = ctx.settings;
  const title = say('Điểm nóng', 'Hot spots');
  return page(c, {
    title,
    body: html`<div class="wrap"><div class="title"><h1>${title}</h1></div>${staffTabs(say, 'diem-nong')}
<p>${say(`Cùng lĩnh vực, trong ${metres} m, từ ${times} lần trở lên trong ${days} ngày.`, `The same category, within ${metres} m, ${times} times or more in ${days} days.`)}</p>
${items.length === 0 ? noHotSpots(say) : html`<h2 class="unseen">${say('Danh sách', 'List')}</h2><ul class="cards">${items.map((spot) => html`<li class="card"><h3>${categoryName(say, names, spot.category)}</h3><p>${communeName(names, spot.commune)}<br><strong>${say(`${spot.reports} phản ánh`, `${spot.reports} reports`)}</strong>, ${say(`${spot.open} chưa trả lời`, `${spot.open} open`)}<br><small>${say('từ', 'from')} ${timeTag(new Date(spot.firstAt))} ${say('đến', 'to')} ${timeTag(new Date(spot.lastAt))}</small></p>
<p>${spot.codes.slice(-5).map((code) => html`<a href="/phan-anh/viec/${code}">${code}</a> `)}</p></li>`)}</ul>`}</div>`,
  });
}

function staffTabs(say: Say, here: string): Html {
  const tabs = [['hom-qua', say('Hôm qua', 'Yesterday')], ['don-vi', say('Đơn vị', 'Agencies')], ['diem-nong', say('Điểm nóng', 'Hot spots')]] as const;
  return html`<nav class="tabs" aria-label="${say('Số liệu', 'Figures')}"><ul><li><a href="/phan-anh/so-lieu">${say('Công khai', 'Public')}</a></li>${tabs.map(([path, name]) => html`<li><a href="/phan-anh/so-lieu/${path}"${path === here ? html` aria-current="page"` : ''}>${name}</a></li>`)}</ul></nav>`;
}

function lateTable(say: Say, names: Names, { lateAgencies }: DailyDigest): Html {
  if (lateAgencies.length === 0) return html`<p>${say('Không đơn vị nào có phản ánh quá hạn.', 'No agency has a late report.')}</p>`;
  const most = Math.max(...lateAgencies.map(({ late }) => late));
  return html`<table class="numbers"><thead><tr><th scope="col">${say('Đơn vị', 'Agency')}</th><th scope="col">${say('Quá hạn', 'Late')}</th><th scope="col">${say('Chưa trả lời', 'Open')}</th></tr></thead>
<tbody>${lateAgencies.map(({ agency, late, open }) => html`<tr><th scope="row">${agencyName(say, names, agency)}${shareBar(late / most)}</th><td>${n(say, late)}</td><td>${n(say, open)}</td></tr>`)}</tbody></table>`;
}

const card = (value: string, title: string, rests: string) => html`<div class="figure"><p><b>${value}</b>${title}<br><small>${rests}</small></p></div>`;
const noHotSpots = (say: Say) => html`<p>${say('Không có: chưa nơi nào bị báo lại nhiều lần.', 'None: no place was reported again and again.')}</p>`;

function ratingWords(say: Say, { satisfaction, coverage }: DailyDigest): string {
  if (satisfaction.of === 0) return say('chưa ai đánh giá trong ngày', 'nobody rated that day');
  const rated = coverage.value === null ? '–' : `${n(say, coverage.value)}%`;
  return say(`trên ${satisfaction.of} lượt; số đã đóng được đánh giá: ${rated}`, `of ${satisfaction.of} ratings; rated of those closed: ${rated}`);
}
