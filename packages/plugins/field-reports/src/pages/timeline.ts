import { type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { reportEvents } from '../events.ts';
import type { ShownEvent } from './environment.ts';
import { agencyName, type Names } from './names.ts';
import { ratingWords } from './words.ts';

/** What happened to a report, oldest first. */
export function timeline(say: Say, names: Names, events: readonly ShownEvent[]): Html {
  return html`<ol class="timeline">${events.map(
    (event) => html`<li><b>${say(reportEvents[event.type].title)}</b><p class="muted">${timeTag(new Date(event.at))}</p>${detail(say, names, event)}</li>`,
  )}</ol>`;
}

function detail(say: Say, names: Names, { type, data }: ShownEvent): Html | '' {
  if (type === 'report.assigned' && 'agency' in data) return html`<p>${agencyName(say, names, data.agency)}</p>`;
  if (type === 'report.answered' && 'onTime' in data) return html`<p>${data.onTime ? say('Đúng hạn', 'In time') : say('Sau hạn', 'After the deadline')}</p>`;
  if (type === 'report.rated' && 'rating' in data) return html`<p>${say(ratingWords[data.rating])}</p>`;
  if (type === 'report.rejected' && 'reason' in data) return html`<p class="pre" lang="vi">${data.reason}</p>`;
  if (type === 'reporter.viewed' && 'purpose' in data) return html`<p lang="vi">${data.purpose}</p>`;
  return '';
}
