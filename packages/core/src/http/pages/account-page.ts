import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { AccountSite } from '../../identity/account-site.ts';
import { changePassword, checkNewPassword, showPassword } from '../../identity/passwords.ts';
import { confirmEnrolment, disableSecondFactor, enrol, renewBackupCodes } from '../../identity/second-factor.ts';
import { endOtherSessions, endSession, type ListedSession, listSessions } from '../../identity/sessions.ts';
import type { Html } from '../../plugin/plugin.ts';
import type { Problem } from '../../plugin/problem.ts';
import { confirm } from '../auth/confirm.ts';
import { admit, type AuthCall, type AuthSite, type Come, slowDown } from '../auth/endpoint.ts';
import type { Environment } from '../environment.ts';
import { formOf, input, orFormAgain, type Visit, visitOf, wordsOf } from './account-visit.ts';
import { field } from './fields.ts';
import type { Form } from './form.ts';
import { page } from './page.ts';
import type { Say } from './say.ts';
import { backupPage, confirmPage, enrolPage, firstCodePage } from './second-factor-pages.ts';
import { timeTag } from './time-tag.ts';

type Request = HonoContext<Environment>;
export type In<Site> = AuthCall<Site> & { readonly say: Say };

export interface AccountPages<Site> extends AuthSite<Site> {
  /** What this kind of site has beside sessions, password and second factor: further sections, and their forms. */
  sections?(visit: In<Site>): Promise<Html>;
  readonly acts?: readonly { readonly path: string; readonly come: Come; work(c: Request, visit: In<Site>, form: Form): Promise<Response> }[];
}

/** `/tai-khoan`: one's own sessions, password and second factor. */
export function accountPages<Site extends AccountSite>(pages: AccountPages<Site>): Hono<Environment> {
  const app = new Hono<Environment>();

  async function inside(c: Request, path: string, come: Come): Promise<In<Site>> {
    const visit: Visit<Site> = await visitOf(c, pages, path);
    admit({ come }, visit.principal);
    return { ...visit, session: visit.session! };
  }

  /** A form of the page. Whoever must first show again who they are is asked for it, and comes back to the page. */
  function act(path: string, come: Come, work: (c: Request, visit: In<Site>, form: Form) => Promise<Response | void>): void {
    app.post(`/tai-khoan/${path}`, async (c) => {
      const form = await formOf(c);
      const visit = await inside(c, `/tai-khoan/${path}`, 'account');
      await slowDown(visit.site, visit.network);
      return orFormAgain(
        async () => {
          admit({ come }, visit.principal);
          return (await work(c, visit, form)) ?? c.redirect('/tai-khoan', 303);
        },
        (refused) => (refused.code === 'confirmation-required' ? confirmPage(c, visit.say, visit.session) : accountPage(c, pages, visit, refused)),
      );
    });
  }

  app.get('/tai-khoan', async (c) => accountPage(c, pages, await inside(c, '/tai-khoan', 'account')));
  act('xac-nhan', 'account', (_c, visit, form) => confirm(visit, visit.session.enrolled ? { code: form.text('shown') } : { password: form.exact('shown') }));
  act('ket-thuc-phien', 'account', (_c, { site, session }, form) => endSession(site, session, form.text('session')));
  act('ket-thuc-phien-khac', 'account', async (_c, { site, session }) => void (await endOtherSessions(site, session)));
  act('doi-mat-khau', 'account', async (_c, { site, session, network }, form) => {
    const fresh = form.exact('fresh').slice(0, 200);
    await showPassword(site, session.account, form.exact('current').slice(0, 200), network);
    checkNewPassword(fresh, { email: session.email ?? '' });
    await changePassword(site, session, fresh);
  });
  act('bat-buoc-hai', 'recent', async (c, visit) => {
    const { site, session, language } = visit;
    return enrolPage(c, visit.say, await enrol(site, { id: session.account, label: session.email ?? session.name }, language));
  });
  act('ma-dau-tien', 'recent', async (c, { site, session, say }, form) =>
    orFormAgain(
      async () => backupPage(c, say, await confirmEnrolment(site, session, form.text('code'))),
      (refused) => firstCodePage(c, say, refused),
    ),
  );
  act('ma-du-phong', 'recent', async (c, visit) => backupPage(c, visit.say, await renewBackupCodes(visit.site, visit.session.account)));
  act('tat-buoc-hai', 'recent', async (_c, { site, session, network }, form) => {
    await showPassword(site, session.account, form.exact('password').slice(0, 200), network);
    await disableSecondFactor(site, session.account);
  });
  for (const { path, come, work } of pages.acts ?? []) act(path, come, work);
  return app;
}

async function accountPage<Site extends AccountSite>(c: Request, { sections }: AccountPages<Site>, visit: In<Site>, refused?: Problem): Promise<Response> {
  const { site, session, say, principal } = visit;
  const sessions = await listSessions(site, session);
  const words = refused && wordsOf(say, refused);
  return page(c, {
    title: say('Tài khoản của tôi', 'My account'),
    status: refused === undefined ? 200 : refused.status === 401 ? 422 : refused.status,
    body: html`<div class="wrap narrow">${words && html`<div class="notice bad" role="alert"><p>${words}</p></div>`}
<h1>${say('Tài khoản của tôi', 'My account')}</h1>
<p>${session.name}${session.email && html`, ${session.email}`}</p>
${principal.lacks === 'enrolment' ? html`<div class="notice" role="status"><p>${say('Vai trò của bạn cần xác thực bước hai. Hãy bật để bắt đầu làm việc.', 'Your role asks for a second factor. Set it up to begin.')}</p></div>` : ''}
<h2>${say('Xác thực bước hai', 'Second factor')}</h2>
${session.enrolled ? enrolledSection(say) : unenrolledSection(say)}
<h2>${say('Phiên đăng nhập', 'Sessions')}</h2>
<ul class="steps">${sessions.map((one) => sessionItem(one, say))}</ul>
${sessions.length > 1 ? button('ket-thuc-phien-khac', say('Kết thúc mọi phiên khác', 'End all other sessions')) : ''}
${session.hasPassword ? passwordSection(say) : ''}
${(await sections?.(visit)) ?? ''}</div>`,
  });
}

function enrolledSection(say: Say): Html {
  return html`<p>${say('Đang bật.', 'It is on.')}</p>
${button('ma-du-phong', say('Tạo lại mã dự phòng', 'New backup codes'))}
<form method="post" action="/tai-khoan/tat-buoc-hai">
${field({ name: 'password', label: say('Mật khẩu, để tắt', 'Password, to take it away') }, input('password', 'current-password'))}
<button class="second">${say('Tắt xác thực bước hai', 'Take it away')}</button></form>`;
}

function passwordSection(say: Say): Html {
  return html`<h2>${say('Đổi mật khẩu', 'Change your password')}</h2>
<form method="post" action="/tai-khoan/doi-mat-khau">
${field({ name: 'current', label: say('Mật khẩu hiện tại', 'Present password') }, input('password', 'current-password'))}
${field({ name: 'fresh', label: say('Mật khẩu mới, ít nhất 10 ký tự', 'New password, at least 10 characters') }, input('password', 'new-password'))}
<button>${say('Đổi mật khẩu', 'Change it')}</button></form>`;
}

function unenrolledSection(say: Say): Html {
  return html`<p>${say('Sau mật khẩu, hệ thống hỏi thêm một mã từ ứng dụng trên điện thoại của bạn.', 'After the password you are asked for a code from an app on your phone.')}</p>
${button('bat-buoc-hai', say('Bật xác thực bước hai', 'Set it up'))}`;
}

function sessionItem({ id, device, seenAt, current }: ListedSession, say: Say): Html {
  return html`<li><p>${device}, ${timeTag(seenAt)}${current ? html` <strong>${say('(phiên này)', '(this one)')}</strong>` : ''}</p>
${current ? '' : html`<form method="post" action="/tai-khoan/ket-thuc-phien"><input type="hidden" name="session" value="${id}"><button class="second">${say('Kết thúc', 'End it')}<span class="unseen"> ${device}</span></button></form>`}</li>`;
}

const button = (action: string, words: string): Html => html`<form method="post" action="/tai-khoan/${action}"><button>${words}</button></form>`;
