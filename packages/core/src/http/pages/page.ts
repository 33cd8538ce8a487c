import type { Context as HonoContext } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { Tenant } from '../../plugin/context.ts';
import type { Html } from '../../plugin/plugin.ts';
import type { Environment } from '../environment.ts';
import { type Language, languageCookie } from '../language.ts';
import { zipped } from '../zipped.ts';
import { appIcons } from '../portal/app-icons.ts';
import { pageSheet, portalScript } from './assets.ts';
import { brandOf, coloursOf } from './brand.ts';
import { footer } from './page-footer.ts';
import { header } from './page-header.ts';
import { sayIn } from './say.ts';

export interface Page {
  /** What stands in the browser's tab, before the province's name. */
  readonly title: string;
  /** Begins with the page's one `h1`. */
  readonly body: Html;
  readonly status?: number;
  /** Nothing in it is anybody's own: the reader's browser may keep it, and show it when there is no line. */
  readonly keep?: boolean;
  /** What search engines and people who are sent the link read of it. */
  readonly summary?: string;
  /** The same in other forms, a feed or a table: paths of this host, for programs that look for them. */
  readonly alternates?: readonly { readonly href: string; readonly type: string; readonly title: string }[];
}

const aYearInSeconds = 31_536_000;

/**
 * A whole page in the frame of its province: header with its name, colours and functions, footer with its hotline.
 * Works without JavaScript. The answer to a form and whatever a signed-in person sees is stored nowhere.
 *
 * @example return page(c, { title: 'Phản ánh', body: html`<h1>Phản ánh</h1>` });
 */
export async function page(c: HonoContext, { title, body, status = 200, keep = false, summary, alternates = [] }: Page): Promise<Response> {
  const { language = 'vi', province, principal, portal } = (c as HonoContext<Environment>).var;
  const say = sayIn(language);
  const brand = province && brandOf(province.tenant);
  if (c.req.query('lang') !== undefined) setCookie(c, languageCookie, language, { path: '/', maxAge: aYearInSeconds, sameSite: 'Lax', httpOnly: true });
  const secret = c.req.method !== 'GET' || (principal !== undefined && principal.actor.kind !== 'anonymous');
  c.header('cache-control', secret ? 'no-store' : 'private, no-cache');
  const vary = 'accept-language, cookie';
  c.header('vary', vary);
  if (keep && !secret && status === 200) c.header('x-keep', 'page');
  const text = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} – ${province ? say(province.tenant.name) : 'Tinh Thông'}</title>
<link rel="stylesheet" href="${pageSheet.path}">
${brand && html`<link rel="stylesheet" href="${brand.sheet.path}"><link rel="icon" type="image/svg+xml" href="${brand.mark.path}">`}
${province && installable(province.tenant, language)}
${summary && html`<meta name="description" content="${summary}">`}
${province && !secret && html`<link rel="alternate" type="application/json+oembed" title="${title}" href="/embed/oembed?${new URLSearchParams({ url: c.req.url.replace(/[?#].*$/s, '') })}">`}
${alternates.map(({ href, type, title: name }) => html`<link rel="alternate" type="${type}" title="${name}" href="${href}">`)}
</head>
<body>
<a class="skip" href="#main">${say('Đến nội dung chính', 'Skip to main content')}</a>
${header(c, say)}
<main id="main" tabindex="-1">
${body}
</main>
${footer(c, say)}
${province && portal?.keepsPages ? html`<script type="module" src="${portalScript.path}"></script>` : ''}
</body>
</html>`;
  // What is answered to one person alone may hold what nobody else is to guess, and is not zipped.
  if (secret) return c.html(text, status as ContentfulStatusCode);
  return zipped(c, text.toString(), status, { 'content-type': 'text/html; charset=UTF-8', vary });
}

/** With these a phone offers to install the portal, in the province's colours. */
function installable(tenant: Tenant, language: Language): Html {
  const touch = appIcons(tenant).find(({ file }) => file.startsWith('icon-touch'))!;
  return html`<meta name="theme-color" content="${coloursOf(tenant.branding).primary}">
<link rel="manifest" href="/manifest.webmanifest?lang=${language}"><link rel="apple-touch-icon" href="${touch.path}">`;
}
