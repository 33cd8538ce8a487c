import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { accountOfPhoneCode, offersPhoneSignIn, requestPhoneCode } from '../../identity/phone-sign-in.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import { openSession } from '../../identity/sign-in.ts';
import type { Html } from '../../plugin/plugin.ts';
import type { Problem } from '../../plugin/problem.ts';
import { type AuthSite, slowDown } from '../auth/endpoint.ts';
import { leave } from '../auth/provider-endpoints.ts';
import type { Environment } from '../environment.ts';
import { accountForm, digitsInput, followSignedIn, formOf, input, orFormAgain, visitOf } from './account-visit.ts';
import { sayIn } from './say.ts';

/** Below the sign-in form: the province's providers, a code by phone where it is offered, a forgotten password. */
export async function waysIn(c: HonoContext<Environment>, next: string): Promise<Html> {
  const say = sayIn(c.get('language'));
  const { db } = c.get('database');
  const query = next === '' ? '' : `?next=${encodeURIComponent(next)}`;
  const providers = await db.selectFrom('core.sign_in_providers').select(['id', 'title']).orderBy('id').execute();
  return html`${providers.map(({ id, title }) => html`<p><a class="button second" href="/dang-nhap/noi-xac-thuc/${id}${query}">${say('Đăng nhập bằng', 'Sign in with')} ${say(title)}</a></p>`)}
${(await offersPhoneSignIn({ db })) ? html`<p><a class="button second" href="/dang-nhap/dien-thoai${query}">${say('Đăng nhập bằng số điện thoại', 'Sign in with your phone')}</a></p>` : ''}
<p><a href="/quen-mat-khau">${say('Quên mật khẩu?', 'Forgot your password?')}</a></p>`;
}

/** Signing in with a provider or with a code by phone, for plain forms and links. */
export function waysInRoutes(pages: AuthSite<ProvinceAccounts>): Hono<Environment> {
  const app = new Hono<Environment>();

  app.get('/dang-nhap/noi-xac-thuc/:provider', async (c) => {
    const visit = await visitOf(c, pages, '/dang-nhap/noi-xac-thuc/{provider}');
    await slowDown(visit.site, visit.network);
    const { url, cookie } = await leave({ ...visit, session: visit.session! }, c.req.param('provider'), { next: c.req.query('next') ?? '/', link: false });
    c.header('set-cookie', cookie, { append: true });
    return c.redirect(url, 303);
  });

  app.get('/dang-nhap/dien-thoai', async (c) => {
    await visitOf(c, pages, '/dang-nhap/dien-thoai');
    return phonePage(c, { phone: '', next: c.req.query('next') ?? '' });
  });

  app.post('/dang-nhap/dien-thoai', async (c) => {
    const { site, network } = await visitOf(c, pages, '/dang-nhap/dien-thoai');
    const form = await formOf(c);
    const [phone, next] = [form.text('phone').slice(0, 30), form.text('next')];
    await slowDown(site, network);
    return orFormAgain(
      async () => codePage(c, { next, request: (await requestPhoneCode(site, phone, network)).request }),
      (refused) => phonePage(c, { phone, next, refused }),
    );
  });

  app.post('/dang-nhap/dien-thoai/ma', async (c) => {
    const { site, network, headers } = await visitOf(c, pages, '/dang-nhap/dien-thoai/ma');
    const form = await formOf(c);
    const [request, next] = [form.text('request'), form.text('next')];
    await slowDown(site, network);
    return orFormAgain(
      async () => {
        const account = await accountOfPhoneCode(site, { request: /^[0-9a-f-]{36}$/.test(request) ? request : crypto.randomUUID(), code: form.text('code') }, network);
        return followSignedIn(c, await openSession(site, account, 'phone', headers), next);
      },
      (refused) => codePage(c, { request, next, refused }),
    );
  });
  return app;
}

function phonePage(c: HonoContext<Environment>, { phone, next, refused }: { phone: string; next: string; refused?: Problem }): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Đăng nhập bằng điện thoại', 'Sign in with your phone'),
    lead: say('Chúng tôi gửi một mã 6 chữ số đến số của bạn.', 'We send a code of 6 digits to your number.'),
    action: '/dang-nhap/dien-thoai',
    button: say('Gửi mã', 'Send the code'),
    hidden: { next },
    fields: [{ name: 'phone', label: say('Số điện thoại', 'Phone number'), control: input('tel', 'tel', phone) }],
    refused,
  });
}

function codePage(c: HonoContext<Environment>, { request, next, refused }: { request: string; next: string; refused?: Problem }): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Nhập mã trong tin nhắn', 'Enter the code of the message'),
    lead: say('Mã dùng được trong 5 phút. Không đưa mã cho ai.', 'It works for 5 minutes. Give it to nobody.'),
    action: '/dang-nhap/dien-thoai/ma',
    button: say('Đăng nhập', 'Sign in'),
    hidden: { request, next },
    fields: [{ name: 'code', label: say('Mã', 'Code'), control: digitsInput }],
    refused,
    more: html`<p><a href="/dang-nhap/dien-thoai">${say('Gửi lại mã', 'Send another code')}</a></p>`,
  });
}
