import { field, fromLink, type Html, onceField, page, Problem, readForm, type Say, sayIn } from '@tinhthong/core';
import { html } from 'hono/html';
import type { z } from 'zod';
import { confirmSubscription } from '../after-answer/confirm-subscription.ts';
import { endSubscription } from '../after-answer/end-subscription.ts';
import { listSubscriptions, type subscription } from '../after-answer/list-subscriptions.ts';
import type { PageRequest } from './environment.ts';
import { namesOf } from './names.ts';
import { mineList } from './news-page.ts';

const action = '/phan-anh/nhan-tin/xac-nhan';

/**
 * `GET /phan-anh/nhan-tin/xac-nhan`: where the letter's link leads. Opening it confirms nothing, for programs look at the
 * links of a mail; a press does. The token stands behind the `#` and goes from hidden field to hidden field.
 */
export function confirmPage(c: PageRequest): Promise<Response> {
  return askPage(c, '');
}

/** `POST`: confirms, or ends what the letter was about or another subscription at the same address, and shows them all. */
export async function confirmFromPage(c: PageRequest): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  const form = await readForm(c);
  // Whoever has no JavaScript pastes the whole link.
  const token = form.text('ma').split('#').at(-1)!;
  const end = form.text('end');
  const ending = form.text('do') === 'end' || end !== '';
  try {
    const body = ending && end !== '' ? { token, id: end } : { token };
    await c.get('call')(ending ? endSubscription : confirmSubscription, { body, ...(form.repeat && { repeat: form.repeat }) });
    const done = ending ? say('Đã ngừng. Bạn không còn nhận tin này.', 'Ended. You get no more of these messages.') : say('Đã xác nhận. Từ giờ bạn nhận tin ở địa chỉ này.', 'Confirmed. From now on you are told at this address.');
    return await donePage(c, done, token, await mineOf(c, token));
  } catch (problem) {
    if (!(problem instanceof Problem) || ![403, 404, 410, 422].includes(problem.status)) throw problem;
    return askPage(c, problem.status === 410 ? `${say(problem.title)} ${problem.detail ? say(problem.detail) : ''}` : say('Liên kết này chưa đúng.', 'This link is not right.'));
  }
}

type Subscription = z.output<typeof subscription>;

/** All at the same address; none once the one that the link was for has been ended. */
async function mineOf(c: PageRequest, token: string): Promise<readonly Subscription[]> {
  try {
    return ((await c.get('call')(listSubscriptions, { body: { token } })) as { items: Subscription[] }).items;
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 410) return [];
    throw problem;
  }
}

async function donePage(c: PageRequest, done: string, token: string, items: readonly Subscription[]): Promise<Response> {
  const ctx = c.get('ctx');
  const say = sayIn(ctx.language);
  return page(c, {
    title: say('Nhận tin phản ánh', 'News of reports'),
    body: html`<div class="wrap narrow"><h1>${say('Nhận tin phản ánh', 'News of reports')}</h1>
<div class="notice good" role="status" tabindex="-1" autofocus><p>${done}</p></div>
${mineList(say, await namesOf(ctx), items, { action, hidden: html`<input type="hidden" name="ma" value="${token}">` })}
<p><a href="/phan-anh">${say('Xem các phản ánh', 'See reports')}</a></p></div>`,
  });
}

function askPage(c: PageRequest, error: string): Promise<Response> {
  const say = sayIn(c.get('ctx').language);
  return page(c, {
    title: `${error === '' ? '' : say('Lỗi: ', 'Error: ')}${say('Xác nhận nhận tin', 'Confirm your subscription')}`,
    status: error === '' ? 200 : 422,
    body: html`<div class="wrap narrow"><h1>${say('Xác nhận nhận tin', 'Confirm your subscription')}</h1>
<p>${say('Bấm xác nhận để nhận tin ở địa chỉ mà liên kết này đã được gửi đến.', 'Press to be told at the address that this link was sent to.')}</p>
<form method="post" action="${action}">${onceField()}${tokenField(say, error)}
<div class="actions"><button name="do" value="confirm">${say('Xác nhận nhận tin', 'Confirm')}</button>
<button class="second" name="do" value="end">${say('Không phải tôi, ngừng', 'It was not me, end it')}</button></div></form></div>${fromLink()}`,
  });
}

function tokenField(say: Say, error: string): Html {
  return field(
    { name: 'ma', label: say('Liên kết đã gửi cho bạn', 'The link that you were sent'), hint: say('Dán cả liên kết vào đây.', 'Paste the whole link here.'), ...(error !== '' && { error }) },
    (attributes) => html`<input ${attributes} required autocomplete="off" autocapitalize="none" spellcheck="false" data-from-link>`,
  );
}
