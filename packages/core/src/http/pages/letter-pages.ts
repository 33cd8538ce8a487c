import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { z } from 'zod';
import { changeEmail } from '../../identity/email-change.ts';
import { requestPasswordReset, resetPassword } from '../../identity/password-reset.ts';
import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import type { Problem } from '../../plugin/problem.ts';
import { type AuthSite, slowDown } from '../auth/endpoint.ts';
import { email as emailShape } from '../auth/inputs.ts';
import type { Environment } from '../environment.ts';
import { invalidInput } from '../to-problem.ts';
import { accountForm, formOf, input, orFormAgain, visitOf } from './account-visit.ts';
import { fromSentLink, tokenOf } from './sent-link.ts';
import { page } from './page.ts';
import { sayIn } from './say.ts';

type Request = HonoContext<Environment>;

const emailForm = z.object({ email: emailShape });

/** Passwords forgotten and addresses changed: where the letters come from and lead to. */
export function letterPages(pages: AuthSite<ProvinceAccounts>): Hono<Environment> {
  const app = new Hono<Environment>();

  app.get('/quen-mat-khau', async (c) => {
    await visitOf(c, pages, '/quen-mat-khau');
    return forgottenPage(c);
  });
  app.post('/quen-mat-khau', async (c) => {
    const { site, network, say } = await visitOf(c, pages, '/quen-mat-khau');
    const form = await formOf(c);
    await slowDown(site, network);
    return orFormAgain(
      async () => {
        const address = emailForm.safeParse({ email: form.text('email') });
        if (!address.success) throw invalidInput(address.error, 'body');
        await requestPasswordReset(site, address.data.email);
        return message(c, say('Hãy xem hộp thư', 'Look into your mail'), say('Nếu địa chỉ này có tài khoản, thư với liên kết đặt lại mật khẩu sẽ đến trong vài phút.', 'If this address has an account, a mail with a link comes within minutes.'));
      },
      (refused) => forgottenPage(c, refused),
    );
  });

  app.get('/dat-lai-mat-khau', async (c) => {
    await visitOf(c, pages, '/dat-lai-mat-khau');
    return resetPage(c, '');
  });
  app.post('/dat-lai-mat-khau', async (c) => {
    const { site, network, say } = await visitOf(c, pages, '/dat-lai-mat-khau');
    const form = await formOf(c);
    const token = tokenOf(form);
    await slowDown(site, network);
    return orFormAgain(
      async () => {
        await resetPassword(site, token, form.exact('password').slice(0, 200));
        return message(c, say('Đã đổi mật khẩu', 'Your password is changed'), say('Mọi phiên đăng nhập đã kết thúc.', 'All sessions have ended.'), '/dang-nhap');
      },
      (refused) => resetPage(c, token, refused),
    );
  });

  app.get('/doi-email', async (c) => {
    await visitOf(c, pages, '/doi-email');
    return emailChangePage(c, '');
  });
  app.post('/doi-email', async (c) => {
    const { site, network, say } = await visitOf(c, pages, '/doi-email');
    const token = tokenOf(await formOf(c));
    await slowDown(site, network);
    return orFormAgain(
      async () => {
        await changeEmail(site, token);
        return message(c, say('Đã đổi địa chỉ', 'Your address is changed'), say('Hãy dùng địa chỉ mới ở lần đăng nhập sau.', 'Use the new one the next time you sign in.'));
      },
      (refused) => emailChangePage(c, token, refused),
    );
  });
  return app;
}

export function message(c: Request, title: string, text: string, next = '/'): Promise<Response> {
  const say = sayIn(c.get('language'));
  return page(c, { title, body: html`<div class="wrap narrow"><h1>${title}</h1><p>${text}</p><p><a class="button" href="${next}">${say('Tiếp tục', 'Continue')}</a></p></div>` });
}

function forgottenPage(c: Request, refused?: Problem): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Quên mật khẩu', 'Forgotten password'),
    lead: say('Chúng tôi gửi một liên kết đến địa chỉ của tài khoản.', 'We send a link to the address of your account.'),
    action: '/quen-mat-khau',
    button: say('Gửi liên kết', 'Send the link'),
    fields: [{ name: 'email', label: 'E-mail', control: input('email', 'username') }],
    refused,
  });
}

function resetPage(c: Request, token: string, refused?: Problem): Promise<Response> {
  const say = sayIn(c.get('language'));
  const { hidden, fields } = fromSentLink(say, token, { refused });
  return accountForm(c, {
    title: say('Đặt mật khẩu mới', 'Set a new password'),
    action: '/dat-lai-mat-khau',
    button: say('Đặt mật khẩu', 'Set it'),
    hidden,
    fields: [...fields, { name: 'password', label: say('Mật khẩu mới, ít nhất 10 ký tự', 'New password, at least 10 characters'), control: input('password', 'new-password') }],
    refused,
  });
}

function emailChangePage(c: Request, token: string, refused?: Problem): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Đổi địa chỉ e-mail', 'Change your e-mail address'),
    lead: say('Từ nay bạn đăng nhập bằng địa chỉ đã nhận thư này.', 'From now on you sign in with the address that received this mail.'),
    action: '/doi-email',
    button: say('Đổi địa chỉ', 'Change it'),
    ...fromSentLink(say, token, { refused }),
    refused,
  });
}
