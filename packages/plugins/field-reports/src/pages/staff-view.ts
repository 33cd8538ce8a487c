import { formatShare, type Html, type Say, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { StaffReport } from './environment.ts';
import { agencyName, categoryName, type Names } from './names.ts';
import { deadlineWords, place, statusBadge } from './report-card.ts';
import { answersFacts } from './staff-answers.ts';
import { staffPictures } from './staff-pictures.ts';
import { timeline } from './timeline.ts';
import { voicesFacts } from './voices-facts.ts';

/** A report as its handlers see it: the masked text, pictures with where they were taken, what lies nearby, the forms; never who sent it. */
export function staffView(say: Say, names: Names, report: StaffReport, now: Date, parts: Html | '', forms: Html, links: readonly (readonly [href: string, words: string])[] = []): Html {
  const { code, category, status, text, answer, agency, dueAt, submittedAt, similar } = report;
  return html`<div class="title"><h1>${categoryName(say, names, category)} <small>${code}</small></h1>${statusBadge(say, status)}</div>
<div class="split"><p class="lead pre" lang="vi">${text}</p>
<dl class="facts side">
<div><dt>${say('Hạn trả lời', 'Answer due')}</dt><dd>${timeTag(new Date(dueAt))}<br><small>${deadlineWords(say, report, now)}</small></dd></div>
<div><dt>${say('Đơn vị xử lý', 'Agency')}</dt><dd>${agencyName(say, names, agency)}</dd></div>
<div><dt>${say('Nơi xảy ra', 'Place')}</dt><dd>${place(names, report)}${report.communeApproximate ? html`<br><small>${say('Xã, phường gần nhất, chưa theo ranh giới', 'The nearest commune, not by its boundary')}</small>` : ''}</dd></div>
<div><dt>${say('Gửi lúc', 'Sent')}</dt><dd>${timeTag(new Date(submittedAt))}</dd></div>
${similar.length > 0 ? html`<div><dt>${say('Phản ánh tương tự gần đó', 'Similar reports nearby')}</dt>${similar.map((one) => html`<dd><a href="/phan-anh/viec/${one.code}">${one.code}</a> <small>${[one.metres !== null && `${one.metres} m`, one.likeness !== null && say(`giống ${formatShare(say, one.likeness)}`, `${formatShare(say, one.likeness)} alike`)].filter(Boolean).join(', ')}</small></dd>`)}</div>` : ''}
${voicesFacts(say, report)}
${answersFacts(say, report)}
</dl>
<div>${staffPictures(say, report)}
${links.length === 0 ? '' : html`<ul class="plain links">${links.map(([href, words]) => html`<li><a href="/phan-anh/viec/${code}/${href}">${words}</a></li>`)}</ul>`}
${answer && html`<section class="notice good"><h2>${say('Trả lời', 'Answer')}</h2><p class="pre" lang="vi">${answer}</p></section>`}
${parts}
<section id="moves"><h2>${say('Bước tiếp theo', 'Next step')}</h2>${forms}</section>
<h2>${say('Diễn biến', 'What happened')}</h2>${timeline(say, names, report.timeline)}</div></div>`;
}
