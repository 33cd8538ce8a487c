import { icon, type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { Shown } from './environment.ts';
import { agencyName, categoryName, type Names } from './names.ts';
import { deadlineWords, place, statusBadge } from './report-card.ts';
import { timeline } from './timeline.ts';
import { videoPlayer } from './video-player.ts';
import { levels } from '../after-answer/voice-ratings.ts';
import { ratedStates } from '../handling/report-states.ts';
import { ratingWords } from './words.ts';

/** One report as its public and its reporter see it: what was said, what was done, by whom and until when. */
export function reportView(say: Say, names: Names, report: Shown, now: Date): Html {
  const { code, category, status, text, answer, pictures, mergedInto } = report;
  return html`<div class="title"><h1>${categoryName(say, names, category)} <small>${code}</small></h1>${statusBadge(say, status)}</div>
${mergedInto === null ? '' : html`<div class="notice"><p>${say('Cùng một việc với phản ánh', 'About the same as report')} <a href="/phan-anh/${mergedInto}">${mergedInto}</a>${say(': xem tiến độ và trả lời ở đó.', ': progress and answer are there.')}</p></div>`}
<div class="split"><p class="lead pre" lang="vi">${text}</p>
${facts(say, names, report, now)}
<div>${gallery(say, pictures)}${videoPlayer(say, report.video)}
${answer && html`<section class="notice good"><h2>${say('Trả lời của cơ quan', 'Answer')}</h2><p class="pre" lang="vi">${answer}</p></section>`}
<h2>${say('Diễn biến', 'What happened')}</h2>
${timeline(say, names, report.timeline)}</div></div>`;
}

function facts(say: Say, names: Names, report: Shown, now: Date): Html {
  const { agency, coordinating, submittedAt, dueAt, answeredAt, rating, voiceRatings, voices, reopened } = report;
  const raters = levels.reduce((sum, level) => sum + voiceRatings[level], rating === null ? 0 : 1);
  const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts side">
${fact(say('Đơn vị xử lý', 'Agency'), agencyName(say, names, agency))}
${coordinating.length > 0 ? fact(say('Phối hợp', 'Together with'), coordinating.map((id) => agencyName(say, names, id)).join('; ')) : ''}
${fact(say('Hạn trả lời', 'Answer due'), html`${timeTag(new Date(dueAt))}<br><small>${deadlineWords(say, report, now)}</small>`)}
${answeredAt && fact(say('Đã trả lời lúc', 'Answered'), timeTag(new Date(answeredAt)))}
${fact(say('Nơi xảy ra', 'Place'), place(names, report))}
${fact(say('Gửi lúc', 'Sent'), timeTag(new Date(submittedAt)))}
${voices > 0 ? fact(say('Cùng báo việc này', 'Said the same'), say(`${voices} người khác`, `${voices} more people`)) : ''}
${reopened > 0 ? fact(say('Số lần mở lại', 'Reopened'), reopened) : ''}
${rating && fact(say('Người gửi đánh giá', 'The reporter says'), html`${icon(ratingWords[rating].icon)} ${say(ratingWords[rating])}`)}
${levels.some((level) => voiceRatings[level] > 0) ? fact(say('Người cùng phản ánh đánh giá', 'Other voices say'), levels.filter((level) => voiceRatings[level] > 0).map((level) => html`<span class="row">${say(ratingWords[level])}: ${voiceRatings[level]}</span>`)) : ''}
${ratedStates.includes(report.status) ? fact(say('Đã đánh giá', 'Rated by'), say(`${raters} trên ${voices + 1} người`, `${raters} of ${voices + 1}`)) : ''}
</dl>`;
}

/** Before and after stand side by side, on a phone too. */
function gallery(say: Say, pictures: Shown['pictures']): Html | '' {
  if (pictures.length === 0) return '';
  const shown = (some: Shown['pictures'], caption: string, list: string) => html`<ul class="${list} plain">${some.map(
    ({ url, thumbnail }, i) => html`<li><figure><a href="${url}"><img src="${thumbnail}" alt="${caption}, ${say('ảnh', 'picture')} ${i + 1}" width="320" height="240" loading="lazy"></a><figcaption class="hint">${caption}</figcaption></figure></li>`,
  )}</ul>`;
  const promised = pictures.filter((one) => one.extension);
  if (promised.length > 0) return html`${gallery(say, pictures.filter((one) => !one.extension))}${shown(promised, say('Khi gia hạn', 'With the extension'), 'pictures')}`;
  const [before, after] = [pictures.filter((one) => !one.after), pictures.filter((one) => one.after)];
  const [was, is] = [say('Khi gửi', 'As reported'), say('Sau xử lý', 'After handling')];
  const heading = html`<h2 class="unseen">${say('Ảnh', 'Pictures')}</h2>`;
  if (before.length === 0 || after.length === 0) return html`${heading}${shown(pictures, before.length > 0 ? was : is, 'pictures')}`;
  return html`${heading}<div class="beside">${shown(before, was, 'pictures')}${shown(after, is, 'pictures')}</div>`;
}
