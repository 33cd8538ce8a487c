import { formatShare, type Html, onceField, type Say } from '@tinhthong/core';
import { html } from 'hono/html';
import type { ReportContext } from '../module.ts';
import type { StoredSuggestion } from '../suggestions/suggestions-of-report.ts';
import type { StaffReport } from './environment.ts';
import { agencyName, categoryName, type Names } from './names.ts';

/** What history suggests and nobody has decided yet, each with how sure it is; one press takes it, and a person decides. */
export function suggestionPanel(ctx: ReportContext, say: Say, names: Names, report: StaffReport, suggestions: readonly StoredSuggestion[]): Html | '' {
  const open = suggestions.filter((one) => one.shown && one.fate === null && !isTaken(one, report));
  if (open.length === 0) return '';
  return html`<section class="notice" id="suggestions"><h2>${say('Gợi ý từ các phản ánh trước', 'Suggested by earlier reports')}</h2>
<p>${say('Máy gợi ý, cán bộ quyết định.', 'A program suggests, a person decides.')}</p>
${open.map((one) => oneOf(ctx, say, names, report, one))}</section>`;
}

const isTaken = ({ kind, suggested }: StoredSuggestion, { category, agency }: StaffReport): boolean =>
  (kind === 'category' && suggested === category) || (kind === 'agency' && suggested === agency);

function oneOf(ctx: ReportContext, say: Say, names: Names, report: StaffReport, { kind, suggested, confidence }: StoredSuggestion): Html {
  const words = wordsOf(say, names, kind, suggested);
  const sure = html`<small>${say('chắc', 'sure')} ${formatShare(say, Math.round(confidence * 100) / 100)}</small>`;
  const what = kind === 'duplicate' ? html`<a href="/phan-anh/viec/${suggested}">${words.what}</a>` : html`<strong>${words.what}</strong>`;
  const line = html`<span>${words.label}: ${what} ${sure}</span>`;
  if (!mayTake(ctx, kind, report)) return html`<p class="row">${line}</p>`;
  return html`<form class="row" method="post" action="/phan-anh/viec/${report.code}/goi-y/${kind}">${onceField()}
<input type="hidden" name="suggested" value="${suggested}">${line}
<button class="second">${words.button}<span class="unseen"> ${words.what}</span></button></form>`;
}

function wordsOf(say: Say, names: Names, kind: StoredSuggestion['kind'], suggested: string): { label: string; what: string; button: string } {
  switch (kind) {
    case 'category':
      return { label: say('Lĩnh vực', 'Category'), what: categoryName(say, names, suggested), button: say('Đổi lĩnh vực', 'Change category') };
    case 'agency':
      return { label: say('Đơn vị xử lý', 'Agency'), what: agencyName(say, names, suggested), button: say('Chuyển xử lý', 'Assign') };
    case 'urgency':
      return { label: say('Mức độ', 'Urgency'), what: say('Việc khẩn', 'Urgent'), button: say('Đặt ưu tiên cao', 'Give priority') };
    case 'duplicate':
      return { label: say('Có thể trùng với', 'May be the same as'), what: suggested, button: say('Gộp vào', 'Merge into it') };
  }
}

/** Where the officer may not do it, or the report is not there yet, the suggestion is only told. */
function mayTake(ctx: ReportContext, kind: StoredSuggestion['kind'], report: StaffReport): boolean {
  if (kind === 'agency') return report.next.includes('assign') && ctx.can('report:assign', report);
  if (kind === 'duplicate') return report.next.includes('merge') && ctx.can('report:merge', report);
  return ctx.can('report:classify', report);
}
