import type { Say } from '@tinhthong/core';
import { type Home, localTime } from '@tinhthong/ui-webcomponents';
import { drawings, icon } from '@tinhthong/ui-webcomponents/icon';
import { notice } from '@tinhthong/ui-webcomponents/status';
import { html, nothing, type TemplateResult } from 'lit';
import { deadline } from '../../../src/handling/deadline.ts';
import { ratingWords } from '../../../src/pages/words.ts';
import { timelineTitles } from '../../../src/timeline-titles.ts';
import type { Report } from '../../api.gen.ts';
import { type Names, placeWords } from '../../names.ts';
import { stateChip } from '../../state-chip.ts';

/** How far a report is, until when, and what was answered: what whoever opens it wants to know. */
export function reportStanding(say: Say, home: Home, report: Report, now: Date): TemplateResult {
  const { status, text, answer, mergedInto } = report;
  const due = deadline(say, report, now);
  return html`<div class="standing">${stateChip(say, status)}
      ${due === null ? nothing : html`<p class=${due.late ? 'late' : 'due'}>${icon(due.late ? drawings.warning : drawings.clock)} ${due.words}</p>`}</div>
    ${mergedInto === null ? nothing : notice({}, html`<p>${say('Cùng một việc với phản ánh', 'About the same as report')} <a href="${home.origin}/phan-anh/${mergedInto}" target="_blank" rel="noopener">${mergedInto}</a>${say(': tiến độ và trả lời ở đó.', ': progress and answer are there.')}</p>`)}
    ${answer === null ? nothing : notice({ tone: 'good', title: say('Trả lời của cơ quan', 'The answer') }, html`<p class="pre" lang="vi">${answer}</p>`)}
    <p class="pre told-text" lang="vi">${text}</p>
    ${pictures(say, home, report)}`;
}

/** Who has it, where it is, and what has happened. */
export function reportFacts(say: Say, names: Names, report: Report): TemplateResult {
  const { agency, dueAt, submittedAt, rating, voices, timeline } = report;
  const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts">${fact(say('Đơn vị xử lý', 'Agency'), names.agency(say, agency))}
      ${fact(say('Hạn trả lời', 'Answer due'), localTime(dueAt))}
      ${fact(say('Nơi xảy ra', 'Place'), placeWords(names, report))}
      ${fact(say('Gửi lúc', 'Sent'), localTime(submittedAt))}
      ${voices > 0 ? fact(say('Cùng báo việc này', 'Said the same'), say(`${voices} người khác`, `${voices} more people`)) : nothing}
      ${rating === null ? nothing : fact(say('Người gửi đánh giá', 'The reporter says'), say(ratingWords[rating]))}</dl>
    <h3 class="course">${say('Diễn biến', 'What happened')}</h3>
    <ol class="timeline">${timeline.map((event) => html`<li><b>${say(timelineTitles[event.type as keyof typeof timelineTitles])}</b><p class="muted">${localTime(event.at)}</p>${detail(say, names, event.data)}</li>`)}</ol>`;
}

/** What an event says beyond its name. */
function detail(say: Say, names: Names, data: object): unknown {
  const { agency, reason, rating, photos, dueAt, until, text } = data as { agency?: string; reason?: string; rating?: keyof typeof ratingWords; photos?: number; dueAt?: string; until?: string; text?: string };
  return [
    agency === undefined ? nothing : html`<p>${names.agency(say, agency)}</p>`,
    reason === undefined && text === undefined ? nothing : html`<p class="pre" lang="vi">${reason ?? text}</p>`,
    rating === undefined ? nothing : html`<p>${say(ratingWords[rating])}</p>`,
    photos === undefined || photos === 0 || 'answer' in data ? nothing : html`<p>${say(`Thêm ${photos} ảnh`, photos === 1 ? '1 more picture' : `${photos} more pictures`)}</p>`,
    dueAt === undefined ? nothing : html`<p>${say('Hạn trả lời:', 'Answer due:')} ${localTime(dueAt)}</p>`,
    until === undefined ? nothing : html`<p>${say('Chậm nhất đến', 'Until, at the latest,')} ${localTime(until)}</p>`,
  ];
}

function pictures(say: Say, { origin }: Home, { pictures: all }: Report): TemplateResult | typeof nothing {
  if (all.length === 0) return nothing;
  return html`<ul class="pictures">${all.map(({ after, url, thumbnail }, at) => {
    const caption = after ? say('Sau xử lý', 'After handling') : say('Khi gửi', 'As reported');
    return html`<li><a href="${origin}${url}" target="_blank" rel="noopener"><img src="${origin}${thumbnail}" alt="${caption}, ${say('ảnh', 'picture')} ${at + 1}" width="320" height="240" loading="lazy"></a><p class="muted">${caption}</p></li>`;
  })}</ul>`;
}
