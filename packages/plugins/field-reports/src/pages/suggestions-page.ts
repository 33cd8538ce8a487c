import { formatNumber, formatShare, type Html, page, type Say, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import type { accuracy } from '../suggestions/suggestion-shapes.ts';
import { suggestionFigures, type SuggestionFigures } from '../suggestions/suggestion-figures-route.ts';
import type { PageRequest } from './environment.ts';
import { agencyName, categoryName, type Names, namesOf } from './names.ts';

type Accuracy = z.output<typeof accuracy>;
type Model = NonNullable<SuggestionFigures['inUse']>;

/** `/phan-anh/goi-y`: how good suggestions are, for the staff who are shown them. */
export async function suggestionsPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const [figures, names] = await Promise.all([c.get('call')(suggestionFigures, {}) as Promise<SuggestionFigures>, namesOf(ctx)]);
  const { inUse, lastNight, fates, used } = figures;
  const title = say('Gợi ý đúng đến đâu', 'How good suggestions are');
  return page(c, {
    title,
    body: html`<div class="wrap"><div class="title"><h1>${title}</h1></div>
${lastNight === null || lastNight.state === 'too-few' ? nothingLearned(say, lastNight) : ''}
${inUse === null ? '' : measured(say, names, inUse)}
<h2>${say('Trong 90 ngày qua', 'In the last 90 days')}</h2>
<p class="hint">${say('Chỉ tính gợi ý khác với điều phản ánh vốn có, vì chỉ những gợi ý ấy cần cán bộ quyết định.', 'Only suggestions that differ from what a report came with: those alone ask a person for anything.')}</p>
<table class="numbers"><thead><tr><th scope="col">${say('Gợi ý về', 'About')}</th><th scope="col">${say('Đã đưa ra', 'Shown')}</th><th scope="col">${say('Được lấy', 'Taken')}</th><th scope="col">${say('Chọn khác', 'Changed')}</th><th scope="col">${say('Bỏ qua', 'Ignored')}</th></tr></thead><tbody>
${fates.map((row) => html`<tr><th scope="row">${kindWords(say)[row.kind]}</th><td>${formatNumber(say, row.shown)}</td><td>${formatNumber(say, row.confirmed)}</td><td>${formatNumber(say, row.changed)}</td><td>${formatNumber(say, row.ignored)}</td></tr>`)}
</tbody></table>
${used.category.said === 0 ? '' : html`<h3>${say('So với lĩnh vực khi đóng', 'Against the category at closing')}</h3>${byValue(say, say('Lĩnh vực', 'Category'), used.category, (code) => categoryName(say, names, code))}`}
${used.agency.said === 0 ? '' : html`<h3>${say('So với đơn vị khi đóng', 'Against the agency at closing')}</h3>${byValue(say, say('Đơn vị xử lý', 'Agency'), used.agency, (id) => agencyName(say, names, id))}`}</div>`,
  });
}

function measured(say: Say, names: Names, { trainedAt, reports, measuredOn, sample, measured: { category, agency, urgency }, tooFew }: Model): Html {
  const few = Object.entries(tooFew);
  return html`<h2>${say('Đo khi học', 'Measured when learning')}</h2>
<p>${say('Học lúc', 'Learned at')} ${timeTag(new Date(trainedAt))}, ${say(`từ ${formatNumber(say, reports)} phản ánh đã đóng; đo trên ${formatNumber(say, measuredOn)} phản ánh mới nhất mà mô hình được đo chưa thấy.`, `from ${formatNumber(say, reports)} closed reports; measured on the newest ${formatNumber(say, measuredOn)}, which the measured model had not seen.`)}</p>
${sample ? html`<div class="notice"><p>${say('Đây là dữ liệu mẫu do máy viết: con số chỉ cho thấy cách đo, không nói gì về phản ánh thật.', 'This is sample data written by a program: the figures show how it is measured, and say nothing of real reports.')}</p></div>` : ''}
<dl class="facts">${fact(say('Lĩnh vực', 'Category'), shareOf(say, category))}${fact(say('Đơn vị xử lý', 'Agency'), shareOf(say, agency))}${fact(say('Mức khẩn', 'Urgency'), shareOf(say, urgency))}</dl>
${category === null ? '' : byValue(say, say('Lĩnh vực', 'Category'), category, (code) => categoryName(say, names, code))}
${few.length === 0 ? '' : html`<p class="hint">${say('Chưa đủ phản ánh đã đóng để gợi ý', 'Too few closed reports to suggest')}: ${few.map(([code, count]) => `${categoryName(say, names, code)} (${count})`).join(', ')}.</p>`}`;
}

function nothingLearned(say: Say, lastNight: Model | null): Html {
  const count = lastNight === null ? say('chưa học lần nào', 'nothing has been learned yet') : say(`mới có ${formatNumber(say, lastNight.reports)} phản ánh đã đóng`, `there are ${formatNumber(say, lastNight.reports)} closed reports`);
  return html`<div class="notice"><p>${say(`Chưa có gợi ý: ${count}. Cần ít nhất 300, mỗi lĩnh vực 20.`, `No suggestions yet: ${count}. At least 300 are needed, 20 of a category.`)}</p></div>`;
}

function byValue(say: Say, what: string, { byValue: rows }: Accuracy, name: (value: string) => string): Html {
  const share = (value: number | null) => (value === null ? '–' : formatShare(say, value));
  return html`<table class="numbers"><thead><tr><th scope="col">${what}</th><th scope="col">${say('Phản ánh', 'Reports')}</th><th scope="col">${say('Độ chính xác', 'Precision')}</th><th scope="col">${say('Độ phủ', 'Recall')}</th></tr></thead><tbody>
${rows.map(({ value, reports, precision, recall }) => html`<tr><th scope="row">${name(value)}</th><td>${formatNumber(say, reports)}</td><td>${share(precision)}</td><td>${share(recall)}</td></tr>`)}
</tbody></table>`;
}

const fact = (term: string, value: string): Html => html`<div><dt>${term}</dt><dd>${value}</dd></div>`;

/** Right among all, and among those it was sure enough of to say. */
function shareOf(say: Say, of: Accuracy | null): string {
  if (of === null || of.reports === 0 || of.accuracy === null) return say('chưa đo được', 'not measured');
  const all = formatShare(say, of.accuracy);
  return of.said === 0 ? all : say(`${all} đúng; ${formatShare(say, of.saidRight / of.said)} khi dám gợi ý (${formatShare(say, of.said / of.reports)})`, `${all} right; ${formatShare(say, of.saidRight / of.said)} where sure enough (${formatShare(say, of.said / of.reports)})`);
}

function kindWords(say: Say) {
  return { category: say('Lĩnh vực', 'Category'), agency: say('Đơn vị xử lý', 'Agency'), urgency: say('Việc khẩn', 'Urgency'), duplicate: say('Phản ánh trùng', 'Duplicates') };
}
