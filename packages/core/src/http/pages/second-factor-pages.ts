import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { SessionState } from '../../identity/read-session.ts';
import type { Enrolment } from '../../identity/second-factor.ts';
import type { Problem } from '../../plugin/problem.ts';
import type { Environment } from '../environment.ts';
import { accountForm, codeInput, digitsInput, input } from './account-visit.ts';
import { page } from './page.ts';
import { qrCode } from './qr-code.ts';
import type { Say } from './say.ts';

type Request = HonoContext<Environment>;

/** Code and key for the app, and the field for the first code. */
export function enrolPage(c: Request, say: Say, { secret, uri }: Enrolment): Promise<Response> {
  return accountForm(c, {
    title: say('Bật xác thực bước hai', 'Set up your second factor'),
    lead: say('Mở ứng dụng xác thực trên điện thoại, quét mã này, rồi nhập mã gồm 6 chữ số mà ứng dụng hiện ra.', 'Open the authenticator app on your phone, scan this code, then enter the six digits that the app shows.'),
    before: html`${qrCode(uri, say('Mã QR của khóa dưới đây', 'The key below as a QR code'))}
<p>${say('Không quét được? Khóa:', 'No camera? The key:')} <code>${secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>, ${say('hoặc', 'or')} <a href="${uri}">${say('mở trong ứng dụng trên máy này', 'open it in an app on this device')}</a>.</p>`,
    action: '/tai-khoan/ma-dau-tien',
    button: say('Bật', 'Set it up'),
    fields: [{ name: 'code', label: say('Mã', 'Code'), control: digitsInput }],
  });
}

/** The first code once more: the app has the key by now, which is not shown again. */
export function firstCodePage(c: Request, say: Say, refused: Problem): Promise<Response> {
  return accountForm(c, {
    title: say('Bật xác thực bước hai', 'Set up your second factor'),
    lead: say('Nhập mã gồm 6 chữ số mà ứng dụng đang hiện.', 'Enter the six digits that the app shows now.'),
    action: '/tai-khoan/ma-dau-tien',
    button: say('Bật', 'Set it up'),
    fields: [{ name: 'code', label: say('Mã', 'Code'), control: digitsInput }],
    more: html`<p><a href="/tai-khoan">${say('Bắt đầu lại', 'Begin again')}</a></p>`,
    refused,
  });
}

/** The backup codes, this once. */
export function backupPage(c: Request, say: Say, codes: readonly string[]): Promise<Response> {
  return page(c, {
    title: say('Mã dự phòng', 'Backup codes'),
    body: html`<div class="wrap narrow"><h1>${say('Mã dự phòng', 'Backup codes')}</h1>
<p>${say('Ghi lại hoặc in ra, cất nơi an toàn. Mỗi mã thay được một lần mã của ứng dụng. Các mã chỉ hiện lần này.', 'Write them down or print them, and keep them safe. Each stands once for a code of the app. They are shown this once.')}</p>
<ul class="steps">${codes.map((code) => html`<li><code>${code}</code></li>`)}</ul>
<p><a class="button" href="/tai-khoan">${say('Tôi đã ghi lại', 'I have written them down')}</a></p></div>`,
  });
}

/** Asks again who sits there: for what the account has, and else to sign in anew. */
export function confirmPage(c: Request, say: Say, { enrolled, hasPassword }: SessionState): Promise<Response> {
  const title = say('Xác nhận lại bạn là ai', 'Confirm who you are');
  if (!enrolled && !hasPassword) {
    return page(c, {
      title,
      body: html`<div class="wrap narrow"><h1>${title}</h1>
<p>${say('Việc này cần bạn vừa đăng nhập. Hãy đăng xuất rồi đăng nhập lại.', 'For this you must just have signed in. Please sign out and sign in again.')}</p>
<form method="post" action="/dang-xuat"><button>${say('Đăng xuất', 'Sign out')}</button></form></div>`,
    });
  }
  return accountForm(c, {
    title,
    lead: say('Việc này cần xác nhận lại. Sau đó bạn trở về trang tài khoản.', 'This needs to be confirmed. You come back to your account page after that.'),
    action: '/tai-khoan/xac-nhan',
    button: say('Xác nhận', 'Confirm'),
    fields: [
      enrolled
        ? { name: 'shown', label: say('Mã xác thực', 'Your code'), control: codeInput }
        : { name: 'shown', label: say('Mật khẩu', 'Password'), control: input('password', 'current-password') },
    ],
  });
}
