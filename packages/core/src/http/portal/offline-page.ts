import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Environment } from '../environment.ts';
import { offlineScript } from '../pages/assets.ts';
import { icon } from '../pages/icon.ts';
import { page } from '../pages/page.ts';
import { sayIn } from '../pages/say.ts';
import { offlinePath } from './worker-script.ts';

/** Stands in for a page that could not be had: the number that is always there, and what this device holds. */
export async function offlinePage(c: HonoContext<Environment>): Promise<Response> {
  c.set('operation', `GET ${offlinePath}`);
  const { province, language } = c.var;
  const say = sayIn(language);
  const { hotline } = province.tenant;
  return page(c, {
    title: say('Không có mạng', 'No connection'),
    body: html`<div class="wrap narrow">
<h1>${say('Không có mạng', 'No connection')}</h1>
<p class="lead">${say('Trang này chưa được lưu trên máy của bạn. Khi có mạng lại, hãy thử lại.', 'This page is not kept on your device. Try again once the line is back.')}</p>
<p class="actions"><a class="button" href="">${say('Thử lại', 'Try again')}</a>
<a class="button second" href="tel:${hotline.replaceAll(' ', '')}">${icon('phone')}${say(`Gọi ${hotline}`, `Call ${hotline}`)}</a></p>
<section data-offline="waiting" hidden><h2>${say('Chưa gửi, đang giữ trên máy này', 'Not sent yet, kept on this device')}</h2>
<ul class="bullets"></ul>
<p class="hint">${say('Mở lại biểu mẫu khi có mạng: nội dung được gửi đi hoặc điền lại, không mất.', 'Open the form again once the line is back: what you wrote is sent or filled in again, nothing is lost.')}</p></section>
<section data-offline="seen" hidden><h2>${say('Trang đã xem, vẫn đọc được', 'Pages that you can still read')}</h2><ul class="bullets"></ul></section>
</div><script type="module" src="${offlineScript.path}"></script>`,
  });
}
