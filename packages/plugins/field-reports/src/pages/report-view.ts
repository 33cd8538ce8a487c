import { icon, type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { Shown } from './environment.ts';
import { agencyName, categoryName, type Names } from './names.ts';
import { deadlineWords, place, statusBadge } from './report-card.ts';
import { timeline } from './timeline.ts';
import { ratingWords } from './words.ts';

/** One report as its public and its reporter see it: what was said, what was done, by whom and until when. */
export function reportView(say: Say, names: Names, report: Shown, now: Date): Html {
  const { code, category, status, text, answer, pictures } = report;
  return html`<div class="title"><h1>${categoryName(say, names, category)} <small>${code}</small></h1>${statusBadge(say, status)}</div>
<div class="split"><p class="lead pre" lang="vi">${text}</p>
${facts(say, names, report, now)}
<div>${gallery(say, pictures)}
${answer && html`<section class="notice good"><h2>${say('Trả lời của cơ quan', 'Answer')}</h2><p class="pre" lang="vi">${answer}</p></section>`}
<h2>${say('Diễn biến', 'What happened')}</h2>
${timeline(say, names, report.timeline)}</div></div>`;
}

function facts(say: Say, names: Names, report: Shown, now: Date): Html {
  const { agency, coordinating, submittedAt, dueAt, answeredAt, rating, reopened } = report;
  const fact = (name: string, value: unknown) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="facts side">
${fact(say('Đơn vị xử lý', 'Agency'), agencyName(say, names, agency))}
${coordinating.length > 0 ? fact(say('Phối hợp', 'Together with'), coordinating.map((id) => agencyName(say, names, id)).join('; ')) : ''}
${fact(say('Hạn trả lời', 'Answer due'), html`${timeTag(new Date(dueAt))}<br><small>${deadlineWords(say, report, now)}</small>`)}
${answeredAt && fact(say('Đã trả lời lúc', 'Answered'), timeTag(new Date(answeredAt)))}
${fact(say('Nơi xảy ra', 'Place'), place(names, report))}
${fact(say('Gửi lúc', 'Sent'), timeTag(new Date(submittedAt)))}
${reopened > 0 ? fact(say('Số lần mở lại', 'Reopened'), reopened) : ''}
${rating && fact(say('Người gửi đánh giá', 'The reporter says'), html`${icon(ratingWords[rating].icon)} ${say(ratingWords[rating])}`)}
</dl>`;
}

/** Before and after stand side by side. */
function gallery(say: Say, pictures: Shown['pictures']): Html | '' {
  if (pictures.length === 0) return '';
  return html`<h2 class="unseen">${say('Ảnh', 'Pictures')}</h2><ul class="pictures plain">${pictures.map(({ after, url, thumbnail }, i) => {
    const caption = after ? say('Sau xử lý', 'After handling') : say('Khi gửi', 'As reported');
    return html`<li><figure><a href="${url}"><img src="${thumbnail}" alt="${caption}, ${say('ảnh', 'picture')} ${i + 1}" width="320" height="240" loading="lazy"></a><figcaption class="hint">${caption}</figcaption></figure></li>`;
  })}</ul>`;
}
