import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import type { Environment } from '../environment.ts';
import { brandOf } from './brand.ts';
import type { Say } from './say.ts';

/** The province's name and sign, the functions that gave themselves a short name, and who is signed in. */
export function header(c: HonoContext<Environment>, say: Say): Html {
  const { province, principal } = c.var;
  if (province === undefined) return html`<header class="masthead"><div class="wrap"><a class="name" href="/">Tinh Thông</a></div></header>`;
  const here = new URL(c.req.url).pathname;
  const links = [{ href: '/', short: { vi: 'Trang chủ', en: 'Home' } }, ...c.get('functions')().flatMap(({ href, short }) => (short === undefined ? [] : [{ href, short }]))];
  const within = links.filter(({ href }) => href !== '/' && here.startsWith(`${href}/`)).toSorted((a, b) => b.href.length - a.href.length)[0]?.href;
  const current = (href: string) => (href === here ? html` aria-current="page"` : href === within && !links.some((link) => link.href === here) ? html` aria-current="true"` : '');
  return html`<header class="masthead"><div class="wrap">
<a class="name" href="/"><img src="${brandOf(province.tenant).mark.path}" alt="" width="44" height="44"><span>${say(province.tenant.name)} <small>${say('Đô thị thông minh', 'Smart city')}</small></span></a>
<div class="account">${principal?.actor.kind === 'account' ? signedIn(principal.name, say) : signIn(c, here, say)}</div>
<nav aria-label="${say('Chính', 'Main')}"><ul>${links.map(({ href, short }) => html`<li><a href="${href}"${current(href)}>${say(short)}</a></li>`)}</ul></nav>
</div></header>`;
}

function signedIn(name: string | null, say: Say): Html {
  return html`<a class="on-brand" href="/tai-khoan"><span class="unseen">${say('Tài khoản của tôi:', 'My account:')} </span>${name}</a>
<form method="post" action="/dang-xuat"><button class="on-brand">${say('Đăng xuất', 'Sign out')}</button></form>`;
}

function signIn(c: HonoContext<Environment>, here: string, say: Say): Html {
  const next = c.req.method === 'GET' && here !== '/' && here !== '/dang-nhap' ? `?next=${encodeURIComponent(here)}` : '';
  return html`<a class="on-brand" href="/dang-nhap${next}">${say('Đăng nhập', 'Sign in')}</a>`;
}
