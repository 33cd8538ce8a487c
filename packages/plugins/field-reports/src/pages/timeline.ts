import { type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import { reportEvents } from '../events.ts';
import type { ShownEvent } from './environment.ts';
import { clockWords } from './clocks-panel.ts';
import { agencyName, categoryName, type Names } from './names.ts';
import { ratingWords } from './words.ts';

/** What happened to a report, oldest first. */
export function timeline(say: Say, names: Names, events: readonly ShownEvent[]): Html {
  return html`<ol class="timeline">${events.map(
    (event) => html`<li><b>${say(reportEvents[event.type].title)}</b><p class="muted">${timeTag(new Date(event.at))}</p>${detail(say, names, event)}</li>`,
  )}</ol>`;
}

function detail(say: Say, names: Names, { type, data }: ShownEvent): Html | '' {
  if (type === 'report.submitted' && 'dueAt' in data) return due(say, data.dueAt);
  if (type === 'report.assigned' && 'agency' in data && data.agency !== undefined && 'dueAt' in data) return html`<p>${agencyName(say, names, data.agency)}</p>${due(say, data.dueAt)}`;
  if (type === 'report.answered' && 'onTime' in data && 'answer' in data) return html`<p>${data.onTime ? say('Đúng hạn', 'In time') : say('Sau hạn', 'After the deadline')}</p><p class="pre" lang="vi">${data.answer}</p>`;
  if (type === 'report.rated' && 'rating' in data) return html`<p>${say(ratingWords[data.rating])}${'by' in data && data.by === 'voice' ? say(' (người cùng phản ánh)', ' (another voice)') : ''}</p>`;
  if (type === 'report.reopened' && 'times' in data) {
    return html`<p>${data.times !== undefined && data.times > 1 ? say(`Lần thứ ${data.times}, chuyển `, `Time ${data.times}, passed to `) : ''}${data.agency === undefined ? '' : agencyName(say, names, data.agency)}</p>${data.reason && html`<p class="pre" lang="vi">${data.reason}</p>`}`;
  }
  if (type === 'report.upheld' && 'reason' in data) return html`<p class="pre" lang="vi">${data.reason}</p>`;
  if (type === 'report.supplemented' && 'photos' in data && data.photos > 0) return html`<p>${say(`Thêm ${data.photos} ảnh`, `${data.photos} more picture${data.photos === 1 ? '' : 's'}`)}</p>`;
  if (type === 'report.joined' && 'voices' in data) return html`<p>${say(`${data.voices} người cùng báo`, `${data.voices} more people`)}</p>`;
  if (type === 'report.merged' && 'into' in data) return html`<p><a href="/phan-anh/${data.into}">${data.into}</a></p>`;
  if (type === 'report.unmerged' && 'from' in data) return html`<p><a href="/phan-anh/${data.from}">${data.from}</a></p>`;
  if ((type === 'report.absorbed' || type === 'report.released') && 'code' in data) return html`<p><a href="/phan-anh/${data.code}">${data.code}</a></p>`;
  if (type === 'report.rejected' && 'reason' in data) return html`<p class="pre" lang="vi">${data.reason}</p>`;
  if (type === 'report.refused' && 'to' in data && 'refusals' in data) return html`<p>${agencyName(say, names, data.from)} → ${agencyName(say, names, data.to)}</p><p class="pre" lang="vi">${data.reason}</p>`;
  if (type === 'report.contributed' && 'agency' in data && data.agency !== undefined) return html`<p>${agencyName(say, names, data.agency)}</p>`;
  if (type === 'report.extended' && 'extension' in data && 'reason' in data) return html`<p>${say('Hứa trả lời trước', 'Promised by')} ${timeTag(new Date(data.dueAt))}</p><p class="pre" lang="vi">${data.reason}</p>`;
  if (type === 'report.paused' && 'until' in data && 'reason' in data) return html`<p>${say('Chậm nhất đến', 'Until, at the latest,')} ${timeTag(new Date(data.until))}</p><p class="pre" lang="vi">${data.reason}</p>`;
  if ((type === 'report.resumed' || type === 'report.reclassified') && 'dueAt' in data && data.dueAt) return html`${'priorityBefore' in data && data.before !== data.category ? html`<p>${categoryName(say, names, data.before)} → ${categoryName(say, names, data.category)}</p>` : ''}<p>${say('Hạn mới', 'Due now')} ${timeTag(new Date(data.dueAt))}</p>`;
  if (type === 'report.ordered' && 'until' in data && 'agency' in data) return html`<p>${agencyName(say, names, data.agency)}, ${say('hạn', 'until')} ${timeTag(new Date(data.until))}</p>`;
  if (type === 'order.completed' && 'onTime' in data && 'agency' in data) return html`<p>${agencyName(say, names, data.agency)}: ${data.onTime ? say('đúng hạn', 'in time') : say('sau hạn', 'late')}</p>`;
  if ((type === 'clock.warned' || type === 'clock.escalated') && 'clock' in data) return html`<p>${say(clockWords[data.clock.kind])}, ${say('hạn', 'due')} ${timeTag(new Date(data.dueAt))}${'rung' in data ? html` → ${agencyName(say, names, data.to)}` : ''}</p>`;
  if (type === 'report.commented' && 'text' in data) return html`<p class="pre" lang="vi">${data.text}</p>`;
  if (type === 'reporter.viewed' && 'purpose' in data) return html`<p lang="vi">${data.purpose}</p>`;
  return '';
}

const due = (say: Say, at: string | undefined): Html | '' => at === undefined ? '' : html`<p>${say('Hạn trả lời:', 'Answer due:')} ${timeTag(new Date(at))}</p>`;
