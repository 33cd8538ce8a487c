import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import type { Html } from '../../plugin/plugin.ts';
import type { Environment } from '../environment.ts';
import { plainMarkdown } from '../portal/plain-markdown.ts';
import { textPaths } from '../portal/text-paths.ts';
import { icon } from './icon.ts';
import type { Say } from './say.ts';

/** The number that is always there, what the province says of its portal, and the other language. */
export function footer(c: HonoContext<Environment>, say: Say): Html {
  const { province } = c.var;
  return html`<footer class="foot"><div class="wrap">
${province && hotline(province.tenant.hotline, say)}
<ul class="plain">${province && textLinks(c)}
${c.req.method === 'GET' ? languageLink(c, say) : ''}</ul>
<p>${province ? say('Chạy trên Tinh Thông, phần mềm nguồn mở.', 'Runs on Tinh Thông, open-source software.') : say('Phần mềm nguồn mở, giấy phép Apache-2.0.', 'Open-source software, Apache-2.0 licence.')}</p>
</div></footer>`;
}

function hotline(number: string, say: Say): Html {
  return html`<p class="call">${icon('phone')} ${say('Đường dây nóng', 'Hotline')} <a href="tel:${number.replaceAll(' ', '')}">${number}</a></p>`;
}

function textLinks(c: HonoContext<Environment>): Html[] {
  const { province, language, portal } = c.var;
  return Object.entries(textPaths).flatMap(([name, path]) => {
    const text = portal.texts.of(province.tenant, name as keyof typeof textPaths, language);
    return text === undefined ? [] : [html`<li><a href="${path}">${plainMarkdown(text).title}</a></li>`];
  });
}

/** The same page in the other language. The answer to a form has no address to come back to, so it has no such link. */
function languageLink(c: HonoContext<Environment>, say: Say): Html {
  const url = new URL(c.req.url);
  const [other, name] = say.language === 'vi' ? (['en', 'English'] as const) : (['vi', 'Tiếng Việt'] as const);
  url.searchParams.set('lang', other);
  return html`<li><a href="${url.pathname}${url.search}" lang="${other}" hreflang="${other}">${name}</a></li>`;
}
