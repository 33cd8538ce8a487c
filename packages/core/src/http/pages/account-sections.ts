import { html } from 'hono/html';
import { accountActor } from '../../identity/account-site.ts';
import { requestEmailChange } from '../../identity/email-change.ts';
import { isStaff } from '../../identity/handing-out.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import { providerId } from '../../identity/providers/provider-id.ts';
import { unlinkProvider } from '../../identity/providers/unlink-provider.ts';
import type { Html } from '../../plugin/plugin.ts';
import { invalid, notFound } from '../../plugin/problem.ts';
import type { Text } from '../../plugin/text.ts';
import { signOut } from '../auth/account-endpoints.ts';
import { email } from '../auth/inputs.ts';
import { eraseOwnAccount } from '../auth/own-data.ts';
import { leave } from '../auth/provider-endpoints.ts';
import { invalidInput } from '../to-problem.ts';
import type { AccountPages, In } from './account-page.ts';
import { input } from './account-visit.ts';
import { field } from './fields.ts';
import type { Form } from './form.ts';
import { message } from './letter-pages.ts';
import { page } from './page.ts';
import type { Say } from './say.ts';

type Visit = In<ProvinceAccounts>;

/** In a province: one's address, the providers one comes in by, and all that is held about oneself. */
export async function ownSections({ site, session, say }: Visit): Promise<Html> {
  const { db } = site.context(accountActor(session.account));
  const providers = await db
    .selectFrom('core.sign_in_providers as provider')
    .leftJoin('identity.account as link', (join) => join.onRef('link.providerId', '=', 'provider.id').on('link.userId', '=', session.account))
    .select(['provider.id', 'provider.title', 'link.id as link'])
    .orderBy('provider.id')
    .execute();
  return html`<h2>${say('Địa chỉ e-mail', 'E-mail address')}</h2>
<form method="post" action="/tai-khoan/doi-email">
${field({ name: 'email', label: say('Địa chỉ mới; thư xác nhận được gửi đến đó', 'New address; a letter to confirm goes there') }, input('email', 'email'))}
<button>${say('Đổi địa chỉ', 'Change it')}</button></form>
${providers.length === 0 ? '' : html`<h2>${say('Nơi xác thực', 'Sign-in providers')}</h2>`}
${providers.map(({ id, title, link }) => providerForm(say, link === null ? 'lien-ket' : 'bo-lien-ket', id, title))}
<h2>${say('Báo tin', 'What I am told')}</h2>
<p><a href="/tai-khoan/bao-tin">${say('Chọn tin muốn nhận, khi nào, qua đâu', 'Choose what to be told, when and how')}</a></p>
<h2>${say('Dữ liệu của tôi', 'My data')}</h2>
<p><a href="/api/auth/my-data">${say('Xem mọi dữ liệu về tôi ở tỉnh này', 'See all that is held about me in this province')}</a></p>
${(await isStaff(db, session.account)) ? html`<p>${say('Tài khoản cán bộ do quản trị viên khóa hoặc xóa.', 'An administrator disables or erases the account of staff.')}</p>` : eraseForm(say)}`;
}

function providerForm(say: Say, act: 'lien-ket' | 'bo-lien-ket', id: string, title: Text): Html {
  const words = act === 'lien-ket' ? say('Liên kết với', 'Link with') : say('Bỏ liên kết với', 'Take away the link with');
  return html`<form method="post" action="/tai-khoan/${act}"><input type="hidden" name="provider" value="${id}"><button class="second">${words} ${say(title)}</button></form>`;
}

function eraseForm(say: Say): Html {
  return html`<form method="post" action="/tai-khoan/xoa">
<label class="choice"><input type="checkbox" name="sure" value="yes" required>${say('Tôi hiểu rằng không lấy lại được gì.', 'I understand that nothing comes back.')}</label>
<button class="second">${say('Xóa tài khoản và dữ liệu của tôi', 'Erase my account and my data')}</button></form>`;
}

/** @throws Problem 404 for what can be the id of none */
function providerIn(form: Form): string {
  const id = providerId.safeParse(form.text('provider'));
  if (!id.success) throw notFound({ vi: 'nơi xác thực', en: 'Sign-in provider' });
  return id.data;
}

export const ownActs: NonNullable<AccountPages<ProvinceAccounts>['acts']> = [
  {
    path: 'lien-ket',
    come: 'recent',
    async work(c, visit, form) {
      const { url, cookie } = await leave(visit, providerIn(form), { next: '/tai-khoan', link: true });
      c.header('set-cookie', cookie, { append: true });
      const { say } = visit;
      // A link and no redirect: forms of our pages lead to our own site only.
      return page(c, {
        title: say('Liên kết tài khoản', 'Link your account'),
        body: html`<div class="wrap narrow"><h1>${say('Liên kết tài khoản', 'Link your account')}</h1>
<p>${say('Từ nay bạn cũng vào được bằng nơi xác thực này.', 'From now on this provider lets you in too.')}</p>
<p><a class="button" href="${url}">${say('Sang nơi xác thực', 'Go to the provider')}</a></p></div>`,
      });
    },
  },
  {
    path: 'bo-lien-ket',
    come: 'recent',
    async work(c, { site, session }, form) {
      await unlinkProvider(site, session.account, providerIn(form));
      return c.redirect('/tai-khoan', 303);
    },
  },
  {
    path: 'doi-email',
    come: 'recent',
    async work(c, { site, session, say }, form) {
      const address = email.safeParse(form.text('email'));
      if (!address.success) throw invalidInput(address.error, 'body');
      await requestEmailChange(site, session.account, address.data);
      return message(c, say('Hãy xem hộp thư mới', 'Look into the new mailbox'), say('Địa chỉ đổi khi bạn mở liên kết trong thư.', 'The address changes when you open the link in the letter.'), '/tai-khoan');
    },
  },
  {
    path: 'xoa',
    come: 'recent',
    async work(c, visit, form) {
      if (form.text('sure') !== 'yes') throw invalid('body.sure', { vi: 'hãy đánh dấu rằng bạn hiểu', en: 'please tick that you understand' });
      await eraseOwnAccount(visit);
      for (const cookie of await signOut({ ...visit, principal: { ...visit.principal, session: null } })) c.header('set-cookie', cookie, { append: true });
      return c.redirect('/', 303);
    },
  },
];
