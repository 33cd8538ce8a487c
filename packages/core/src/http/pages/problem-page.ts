import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Problem } from '../../plugin/problem.ts';
import type { Environment } from '../environment.ts';
import { page } from './page.ts';
import { sayIn } from './say.ts';

/** A browser that looks at a page, rather than a program that calls the API. */
export function wantsPage(c: HonoContext): boolean {
  return (c.req.header('accept') ?? '').includes('text/html') && !/^\/@[^/]+\/api\//.test(c.req.path);
}

/** A problem as a page, with the same words as its JSON; whoever only has to sign in is led there and back. */
export async function problemPage(c: HonoContext<Environment>, problem: Problem, traceId: string): Promise<Response> {
  const { language = 'vi' } = c.var;
  if (problem.status === 401 && c.req.method === 'GET' && !c.req.path.startsWith('/@index')) {
    const { pathname, search } = new URL(c.req.url);
    const step = problem.code === 'second-factor-needed' ? '/dang-nhap/ma' : '/dang-nhap';
    return c.redirect(`${step}?next=${encodeURIComponent(pathname + search)}`, 303);
  }
  const say = sayIn(language);
  for (const [name, value] of Object.entries(problem.headers)) c.header(name, value);
  return page(c, {
    title: say(problem.title),
    status: problem.status,
    body: html`<div class="wrap narrow"><h1>${say(problem.title)}</h1>
${problem.detail && html`<p class="lead">${say(problem.detail)}</p>`}
${problem.errors.length > 0 && html`<ul>${problem.errors.map(({ message }) => html`<li>${say(message)}</li>`)}</ul>`}
${problem.status === 404 && html`<p>${say('Nếu bạn gõ địa chỉ, hãy xem lại từng chữ. Nếu bạn đi từ một liên kết, trang ấy có thể đã được chuyển hoặc không còn công khai.', 'If you typed the address, check each letter. If you followed a link, the page may have moved, or is public no longer.')}</p>`}
<p><a class="button" href="${problem.status === 401 ? '/dang-nhap' : '/'}">${problem.status === 401 ? say('Đăng nhập', 'Sign in') : say('Về trang chủ', 'To the home page')}</a></p>
<p class="hint">${say('Khi cần hỏi, hãy đọc mã lỗi', 'If you ask about it, tell them error')} ${problem.status} · ${problem.code}<br>traceId <code>${traceId}</code></p></div>`,
  });
}
