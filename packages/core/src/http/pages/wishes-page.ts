import { Hono } from 'hono';
import { html } from 'hono/html';
import { accountActor } from '../../identity/account-site.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import type { Choice } from '../../notify/preferences.ts';
import { changeWishes, type Wish, wishes, wishesOf } from '../../notify/wishes.ts';
import type { Channel, Html } from '../../plugin/plugin.ts';
import type { Text } from '../../plugin/text.ts';
import { admit, type AuthSite } from '../auth/endpoint.ts';
import type { Environment } from '../environment.ts';
import { invalidInput } from '../to-problem.ts';
import { formOf, visitOf } from './account-visit.ts';
import { field } from './fields.ts';
import { page } from './page.ts';
import type { Say } from './say.ts';

const path = '/tai-khoan/bao-tin';

const channelWords: Readonly<Record<Channel, Text>> = {
  email: { vi: 'E-mail', en: 'E-mail' },
  push: { vi: 'Tin đẩy trên trình duyệt', en: 'Push messages in the browser' },
  sms: { vi: 'SMS', en: 'SMS' },
  chat: { vi: 'Zalo', en: 'Zalo' },
};
const choiceWords: Readonly<Record<Choice, Text>> = {
  on: { vi: 'Ngay khi có', en: 'At once' },
  hourly: { vi: 'Gộp mỗi giờ', en: 'Together, once an hour' },
  daily: { vi: 'Gộp mỗi ngày, 8 giờ sáng', en: 'Together, every day at eight' },
  off: { vi: 'Không nhận', en: 'Not at all' },
};

/** `/tai-khoan/bao-tin`: what somebody wants to be told, how and when. */
export function wishesPage(pages: AuthSite<ProvinceAccounts>): Hono<Environment> {
  return new Hono<Environment>()
    .get(path, async (c) => {
      const { site, session, principal, say } = await visitOf(c, pages, path);
      admit({ come: 'account' }, principal);
      const { language, quiet, items } = await wishesOf(site.kernel, site.province.id, c.get('database').db, session!.account);
      const title = say('Báo tin', 'What I am told');
      return page(c, {
        title,
        body: html`<div class="wrap narrow">${c.req.query('xong') === undefined ? '' : html`<div class="notice good" role="status" tabindex="-1" autofocus><p>${say('Đã lưu.', 'Saved.')}</p></div>`}
<h1>${title}</h1>
<form method="post" action="${path}">
${items.map((wish) => wishFields(say, wish))}
<fieldset><legend>${say('Giờ yên lặng', 'Quiet hours')}</legend><p class="hint">${say('Tin không khẩn chờ đến khi hết giờ này.', 'What is not urgent waits until they are over.')}</p>
${field({ name: 'from', label: say('Từ', 'From') }, (attributes) => html`<input ${attributes} type="time" required value="${quiet.from}">`)}
${field({ name: 'until', label: say('Đến', 'Until') }, (attributes) => html`<input ${attributes} type="time" required value="${quiet.until}">`)}</fieldset>
${field({ name: 'language', label: say('Ngôn ngữ của tin', 'Language of messages') }, (attributes) => select(attributes, { vi: 'Tiếng Việt', en: 'English' }, language))}
<button>${say('Lưu', 'Save')}</button></form>
<p><a href="/tai-khoan">${say('Về tài khoản', 'Back to my account')}</a></p></div>`,
      });
    })
    .post(path, async (c) => {
      const { site, session, principal } = await visitOf(c, pages, path);
      admit({ come: 'account' }, principal);
      const form = await formOf(c);
      const account = session!.account;
      const { items } = await wishesOf(site.kernel, site.province.id, c.get('database').db, account);
      const chosen = items.flatMap(({ kind, channels }) => channels.map(({ channel }) => ({ kind, channel, choice: form.text(nameOf(kind, channel)) })));
      const parsed = wishes.safeParse({ language: form.text('language'), quiet: { from: form.text('from'), until: form.text('until') }, items: chosen.filter(({ choice }) => choice !== '') });
      if (!parsed.success) throw invalidInput(parsed.error, 'body');
      await site.context(accountActor(account)).change((trx) => changeWishes(trx, account, parsed.data).then(() => null));
      return c.redirect(`${path}?xong`, 303);
    });
}

const nameOf = (kind: string, channel: Channel) => `${kind}.${channel}`;

function wishFields(say: Say, { kind, title, urgent, channels }: Wish): Html {
  const offered = Object.fromEntries((urgent ? (['on', 'off'] as const) : (['on', 'hourly', 'daily', 'off'] as const)).map((one) => [one, say(choiceWords[one])]));
  return html`<fieldset><legend>${say(title)}</legend>
${channels.map(({ channel, choice }) => field({ name: nameOf(kind, channel), label: say(channelWords[channel]) }, (attributes) => select(attributes, offered, choice)))}</fieldset>`;
}

function select(attributes: Html, options: Readonly<Record<string, string>>, chosen: string): Html {
  return html`<select ${attributes}>${Object.entries(options).map(([value, words]) => html`<option value="${value}"${value === chosen ? html` selected` : ''}>${words}</option>`)}</select>`;
}
