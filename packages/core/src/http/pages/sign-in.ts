import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';
import { signInLimit } from '../sign-in-limit.ts';
import { errorSummary, field } from './fields.ts';
import { readForm } from './form.ts';
import { page } from './page.ts';
import { sayIn } from './say.ts';

const mostBytes = 16 * 1024;

/** `/dang-nhap` and `/dang-xuat`: better-auth answers, as it does at `/api/auth`, but to plain forms. */
export function signInRoutes(kernel: Kernel): Hono<Environment> {
  const limit = signInLimit(kernel.limitFactor);
  const app = new Hono<Environment>();
  const authOf = (c: HonoContext<Environment>) => kernel.principals.auth(c.get('province'), c.get('database'));

  app.get('/dang-nhap', (c) => {
    c.set('operation', 'GET /dang-nhap');
    return signInPage(c, { email: '', next: c.req.query('next') ?? '' });
  });

  app.post('/dang-nhap', async (c) => {
    c.set('operation', 'POST /dang-nhap');
    const form = await readForm(c, mostBytes);
    const [email, next] = [form.text('email'), form.text('next')];
    await limit(c, email);
    const answer = await authOf(c).api.signInEmail({ body: { email, password: form.exact('password') }, headers: c.req.raw.headers, asResponse: true });
    if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
    if (!answer.ok) return signInPage(c, { email, next, refused: true });
    return follow(c, answer, ownPath(next) ?? (await landing(kernel, c, answer)));
  });

  app.post('/dang-xuat', async (c) => {
    c.set('operation', 'POST /dang-xuat');
    await readForm(c, mostBytes);
    const answer = await authOf(c).api.signOut({ headers: c.req.raw.headers, asResponse: true });
    kernel.registry.bus.send({ topic: 'access', province: c.get('province').id });
    return follow(c, answer, '/');
  });
  return app;
}

/**
 * A path of this site, or nothing. A browser reads `//host`, `/\host` and `/<tab>/host` as other sites, so what counts is
 * what its own parser makes of the text.
 */
export function ownPath(next: string): string | undefined {
  const base = 'http://here.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return undefined;
  const { origin, pathname, search } = new URL(next, base);
  return origin === base && !pathname.startsWith('//') ? pathname + search : undefined;
}

/** Staff land where their work is. */
async function landing(kernel: Kernel, c: HonoContext<Environment>, answer: Response): Promise<string> {
  const cookie = answer.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ');
  c.set('principal', await kernel.principals.of(c.get('province'), c.get('database'), new Headers({ cookie })));
  return c.get('functions')().find(({ permission }) => permission !== undefined)?.href ?? '/';
}

function follow(c: HonoContext<Environment>, answer: Response, path: string): Response {
  for (const cookie of answer.headers.getSetCookie()) c.header('set-cookie', cookie, { append: true });
  return c.redirect(path, 303);
}

function signInPage(c: HonoContext<Environment>, { email, next, refused = false }: { email: string; next: string; refused?: boolean }): Promise<Response> {
  const say = sayIn(c.get('language'));
  const error = refused ? say('E-mail hoặc mật khẩu chưa đúng.', 'E-mail or password is not right.') : undefined;
  return page(c, {
    title: `${refused ? say('Lỗi: ', 'Error: ') : ''}${say('Đăng nhập', 'Sign in')}`,
    status: refused ? 422 : 200,
    body: html`<div class="wrap narrow">${error && errorSummary(say, { email: error })}
<h1>${say('Đăng nhập', 'Sign in')}</h1>
<p>${say('Dành cho cán bộ và người dân đã có tài khoản. Gửi phản ánh không cần đăng nhập.', 'For staff and for citizens with an account. Reporting needs no account.')}</p>
<form method="post" action="/dang-nhap">
<input type="hidden" name="next" value="${next}">
${field({ name: 'email', label: 'E-mail', error }, (attributes) => html`<input ${attributes} type="email" autocomplete="username" required value="${email}">`)}
${field({ name: 'password', label: say('Mật khẩu', 'Password') }, (attributes) => html`<input ${attributes} type="password" autocomplete="current-password" required>`)}
<button>${say('Đăng nhập', 'Sign in')}</button>
</form></div>`,
  });
}
