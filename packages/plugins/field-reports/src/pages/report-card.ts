import { icon, type Html, type Say, spanInWords } from '@tinhthong/core';
import { html } from 'hono/html';
import { deadline } from '../handling/deadline.ts';
import type { ReportState } from '../handling/report-states.ts';
import type { Listed } from './environment.ts';
import { agencyName, categoryName, communeName, type Names } from './names.ts';
import { stateWords } from './words.ts';

/** A state by its name and its own drawing; the colour only repeats what they say. */
export function statusBadge(say: Say, state: ReportState): Html {
  return html`<span class="status ${stateWords[state].tone}">${icon(state)}${say(stateWords[state])}</span>`;
}

export function deadlineWords(say: Say, report: Pick<Listed, 'status' | 'dueAt' | 'answeredAt'>, now: Date): Html | '' {
  const shown = deadline(say, report, now);
  if (shown === null) return '';
  return shown.late ? html`<span class="late">${icon('warning')} ${shown.words}</span>` : html`${shown.words}`;
}

/** Address and commune; many people write the commune into the address themselves. */
export function place(names: Names, { address, commune }: Pick<Listed, 'address' | 'commune'>): string {
  const name = communeName(names, commune);
  if (address === null) return name;
  return address.toLowerCase().includes(name.toLowerCase()) ? address : `${address}, ${name}`;
}

/** One report in a list. `under` may hold what else a reader can do with it. */
export function reportCard(say: Say, names: Names, report: Listed, now: Date, { href, under }: { href: string; under?: Html | '' }): Html {
  const { code, category, status, text, agency, photos } = report;
  const ago = spanInWords(say, now.getTime() - new Date(report.submittedAt).getTime());
  return html`<li class="card report">
<h3>${icon(names.categories.get(category)?.icon ?? 'document')}<a href="${href}">${categoryName(say, names, category)} <small>${code}</small></a></h3>
<div class="row">${statusBadge(say, status)}<small>${deadlineWords(say, report, now)}</small></div>
<p class="clamp" lang="vi">${text}</p>
<div class="meta"><p>${icon('pin')}${place(names, report)}</p>
<p>${icon('office')}${agencyName(say, names, agency)}</p>
<p>${icon('clock')}${say(`Gửi ${ago} trước`, `Sent ${ago} ago`)}${photos > 0 ? html` · ${icon('camera')}${say(`${photos} ảnh`, `${photos} picture${photos === 1 ? '' : 's'}`)}` : ''}</p></div>
${under ?? ''}</li>`;
}
