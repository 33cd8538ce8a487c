import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { AccountSite } from '../../identity/account-site.ts';
import { type SignedIn, signInWithPassword } from '../../identity/sign-in.ts';
import type { Html } from '../../plugin/plugin.ts';
import type { Problem } from '../../plugin/problem.ts';
import { signOut } from '../auth/account-endpoints.ts';
import { confirm } from '../auth/confirm.ts';
import { admit, type AuthSite, slowDown } from '../auth/endpoint.ts';
import type { Environment } from '../environment.ts';
import { accountForm, codeInput, followSignedIn, formOf, input, orFormAgain, visitOf } from './account-visit.ts';
import { sayIn } from './say.ts';

export interface SignInPages<Site> extends AuthSite<Site> {
  readonly lead: { readonly vi: string; readonly en: string };
  /** Other ways in, below the form. */
  others?(c: HonoContext<Environment>, next: string): Promise<Html>;
  /** Where somebody lands who came for no page in particular. */
  landing(c: HonoContext<Environment>, signedIn: SignedIn): string;
}

/** `/dang-nhap`, `/dang-nhap/ma` and `/dang-xuat`: what `/api/auth` does, for plain forms. */
export function signInRoutes<Site extends AccountSite>(pages: SignInPages<Site>): Hono<Environment> {
  const app = new Hono<Environment>();

  app.get('/dang-nhap', async (c) => {
    await visitOf(c, pages, '/dang-nhap');
    return signInPage(c, pages, { email: '', next: c.req.query('next') ?? '' });
  });

  app.post('/dang-nhap', async (c) => {
    const { site, network, headers } = await visitOf(c, pages, '/dang-nhap');
    const form = await formOf(c);
    const [email, next] = [form.text('email'), form.text('next')];
    await slowDown(site, network);
    return orFormAgain(
      async () => {
        const signedIn = await signInWithPassword(site, { email, password: form.exact('password').slice(0, 200) }, network, headers);
        return followSignedIn(c, signedIn, next, pages.landing);
      },
      (refused) => signInPage(c, pages, { email, next, refused }),
    );
  });

  app.get('/dang-nhap/ma', async (c) => {
    const { principal } = await visitOf(c, pages, '/dang-nhap/ma');
    admit({ come: 'session' }, principal);
    return codePage(c, { next: c.req.query('next') ?? '' });
  });

  app.post('/dang-nhap/ma', async (c) => {
    const visit = await visitOf(c, pages, '/dang-nhap/ma');
    const form = await formOf(c);
    admit({ come: 'session' }, visit.principal);
    await slowDown(visit.site, visit.network);
    const next = form.text('next');
    return orFormAgain(
      async () => {
        await confirm({ ...visit, session: visit.session! }, { code: form.text('code').slice(0, 20) });
        const principal = await visit.site.principal(c.req.raw.headers);
        return followSignedIn(c, { principal, cookies: [] }, next, pages.landing);
      },
      (refused) => codePage(c, { next, refused }),
    );
  });

  app.post('/dang-xuat', async (c) => {
    const visit = await visitOf(c, pages, '/dang-xuat');
    await formOf(c);
    for (const cookie of await signOut(visit)) c.header('set-cookie', cookie, { append: true });
    return c.redirect('/', 303);
  });
  return app;
}

async function signInPage<Site>(
  c: HonoContext<Environment>,
  { lead, others }: SignInPages<Site>,
  { email, next, refused }: { email: string; next: string; refused?: Problem },
): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Đăng nhập', 'Sign in'),
    lead: say(lead),
    action: '/dang-nhap',
    button: say('Đăng nhập', 'Sign in'),
    hidden: { next },
    fields: [
      { name: 'email', label: 'E-mail', control: input('email', 'username', email) },
      { name: 'password', label: say('Mật khẩu', 'Password'), control: input('password', 'current-password') },
    ],
    more: (await others?.(c, next)) ?? html``,
    refused,
  });
}

function codePage(c: HonoContext<Environment>, { next, refused }: { next: string; refused?: Problem }): Promise<Response> {
  const say = sayIn(c.get('language'));
  return accountForm(c, {
    title: say('Mã xác thực', 'Your code'),
    lead: say('Mở ứng dụng xác thực trên điện thoại và nhập mã đang hiện. Mất điện thoại? Dùng một mã dự phòng.', 'Open the authenticator app on your phone and enter the code it shows. No phone? Use a backup code.'),
    action: '/dang-nhap/ma',
    button: say('Tiếp tục', 'Continue'),
    hidden: { next },
    fields: [{ name: 'code', label: say('Mã', 'Code'), control: codeInput }],
    refused,
  });
}
