import { page, sayIn, timeTag } from '@tinhthong/core';
import { html } from 'hono/html';
import type { Submitted } from '../intake/submit.ts';
import type { PageRequest } from './environment.ts';
import { agencyName, namesOf } from './names.ts';
import { draftScript } from './scripts.ts';
import { videoForm } from './video-form.ts';

/** The answer to a sent form: the two codes, who has it now and until when. */
export async function receiptPage(c: PageRequest, { code, followUp, agency, dueAt }: Submitted): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const names = await namesOf(ctx);
  return page(c, {
    title: say('Đã nhận phản ánh', 'Report received'),
    status: 201,
    body: html`<div class="wrap narrow" data-sent>
<h1>${say('Đã nhận phản ánh của bạn', 'Your report is received')}</h1>
<div class="notice good"><p>${say('Mã phản ánh', 'Code of the report')}<br><span class="code">${code}</span></p>
<p>${say('Mã theo dõi, chỉ riêng bạn có', 'Follow-up code, yours alone')}<br><span class="code">${followUp}</span></p>
<p><b>${say('Hãy chụp lại hoặc ghi lại hai mã này.', 'Take a picture of both codes or write them down.')}</b> ${say('Với chúng, bạn xem tiến độ, đánh giá kết quả và mở lại phản ánh. Nếu mất, mã theo dõi chỉ được gửi lại đến địa chỉ bạn đã để lại.', 'With them you follow, rate and reopen the report. If it is lost, the follow-up code is sent again only to the address that you left.')}</p></div>
<h2>${say('Điều gì xảy ra tiếp theo?', 'What happens next?')}</h2>
<ol class="steps"><li>${say('Trung tâm điều hành xem và tiếp nhận.', 'The operations centre reads and accepts it.')}</li>
<li>${say('Đơn vị xử lý dự kiến:', 'Agency expected to handle it:')} <b>${agencyName(say, names, agency)}</b></li>
<li>${say('Bạn nhận trả lời chậm nhất', 'You get an answer by')} <b>${timeTag(new Date(dueAt))}</b></li></ol>
${videoForm(say, ctx.settings.videoMegabytes, code, followUp)}
<form class="actions" method="post" action="/phan-anh/theo-doi"><input type="hidden" name="code" value="${code}"><input type="hidden" name="followUp" value="${followUp}">
<button>${say('Theo dõi phản ánh này', 'Follow this report')}</button><a class="button second" href="/phan-anh">${say('Xem các phản ánh khác', 'See other reports')}</a></form>
</div><script type="module" src="${draftScript.path}"></script>`,
  });
}
