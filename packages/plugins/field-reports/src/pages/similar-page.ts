import { icon, type Html, onceField, page, type Problem, type Say, sayIn, spanInWords } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import type { similar } from '../duplicates/similar-route.ts';
import { consentVersion } from '../intake/submit.ts';
import type { PageRequest } from './environment.ts';
import { namesOf } from './names.ts';
import { place, statusBadge } from './report-card.ts';
import { draftScript } from './scripts.ts';
import type { Draft } from './submit-form.ts';

export type SimilarReport = z.output<typeof similar>;

/** The form was in order; before it is sent its writer sees what may be the same, and chooses. Everything is kept. */
export async function similarPage(c: PageRequest, draft: Draft, found: readonly SimilarReport[]): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const names = await namesOf(ctx);
  const now = ctx.now().getTime();
  const cards = found.map((report) => {
    const ago = spanInWords(say, now - new Date(report.submittedAt).getTime());
    return html`<li class="card report"><h3><a href="/phan-anh/${report.code}" target="_blank" rel="noopener">${report.code}</a></h3>
<div class="row">${statusBadge(say, report.status)}${report.voices > 0 ? html`<small>${say(`${report.voices} người cùng báo`, `${report.voices} more people`)}</small>` : ''}</div>
<p class="clamp" lang="vi">${report.text}</p>
<div class="meta"><p>${icon('pin')}${place(names, report)}${report.metres === null ? '' : ` · ${report.metres} m`}</p><p>${icon('clock')}${say(`Gửi ${ago} trước`, `Sent ${ago} ago`)}</p></div>
<div class="actions over"><button name="join" value="${report.code}">${say('Cùng việc này', 'The same with me')}<span class="unseen"> ${report.code}</span></button></div></li>`;
  });
  return page(c, {
    title: say('Đã có phản ánh tương tự', 'There are similar reports'),
    body: html`<div class="wrap narrow"><h1>${say('Có phải việc này không?', 'Is it one of these?')}</h1>
<p class="lead">${say('Phản ánh của bạn chưa được gửi. Nếu đã có người báo, hãy góp thêm tiếng nói: đơn vị thấy có bao nhiêu người gặp, và bạn được theo dõi, đánh giá kết quả.', 'Your report is not sent yet. If somebody has told of it, add your voice: the agency sees how many people it concerns, and you can follow it and rate the result.')}</p>
<form method="post" action="/phan-anh/gui">${onceField()}${kept(draft)}
<h2 class="unseen">${say('Phản ánh tương tự', 'Similar reports')}</h2><ul class="cards">${cards}</ul>
<div class="actions"><button class="second" name="anyway" value="1">${say('Việc khác, vẫn gửi', 'Something else, send it')}</button><button class="second" name="edit" value="1">${say('Sửa lại', 'Change it')}</button></div></form></div>`,
  });
}

/** The filled-in form, out of sight. */
function kept({ category, description, commune, address, name, phone, email, consent, photos }: Draft): Html {
  const texts = Object.entries({ category, commune, address, name, phone, email, ...(consent && { consent: consentVersion }) });
  return html`${texts.map(([field, value]) => html`<input type="hidden" name="${field}" value="${value}">`)}
<textarea hidden name="description">${description}</textarea>${photos.map(({ token }) => html`<input type="hidden" name="photo" value="${token}">`)}`;
}

/** The answer to "the same with me": the secret of this voice, which never stands in an address. */
export async function joinedPage(c: PageRequest, { code, followUp }: { code: string; followUp: string }): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  return page(c, {
    title: say('Đã góp tiếng nói', 'Your voice is counted'),
    status: 201,
    body: html`<div class="wrap narrow" data-sent><h1>${say('Cảm ơn, tiếng nói của bạn đã được ghi', 'Thank you, your voice is counted')}</h1>
<div class="notice good"><p>${say('Mã phản ánh', 'Code of the report')}<br><span class="code">${code}</span></p>
<p>${say('Mã theo dõi, chỉ riêng bạn có', 'Follow-up code, yours alone')}<br><span class="code">${followUp}</span></p>
<p><b>${say('Hãy chụp lại hoặc ghi lại hai mã này.', 'Take a picture of both codes or write them down.')}</b> ${say('Với chúng, bạn theo dõi, đánh giá kết quả, hoặc rút tiếng nói.', 'With them you follow the report, rate the result, or take your voice back.')}</p></div>
<form class="actions" method="post" action="/phan-anh/theo-doi"><input type="hidden" name="code" value="${code}"><input type="hidden" name="followUp" value="${followUp}">
<button>${say('Theo dõi phản ánh này', 'Follow this report')}</button></form></div><script type="module" src="${draftScript.path}"></script>`,
  });
}

/** The very same was sent a moment ago, by the same person: it leads to the first instead of making another. */
export function alreadySentPage(c: PageRequest, problem: Problem): Promise<Response> {
  const say: Say = sayIn(c.get('ctx').language);
  return page(c, {
    title: say('Phản ánh này đã có', 'This report is there already'),
    status: problem.status as 409,
    body: html`<div class="wrap narrow" data-sent><h1>${say('Phản ánh này đã có', 'This report is there already')}</h1>
<div class="notice"><p>${say(problem.title)}</p>${problem.detail && html`<p>${say(problem.detail)}</p>`}</div>
<p class="actions"><a class="button" href="${problem.headers['location']?.replace('/phan-anh/', '/phan-anh/theo-doi?code=') ?? '/phan-anh/theo-doi'}">${say('Theo dõi phản ánh của bạn', 'Follow your report')}</a></p></div><script type="module" src="${draftScript.path}"></script>`,
  });
}
