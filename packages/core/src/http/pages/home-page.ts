import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { orAborted, within } from '../../jobs/cut-off.ts';
import type { Kernel } from '../../kernel.ts';
import { createContext } from '../../modules/create-context.ts';
import type { Html, PortalFunction } from '../../plugin/plugin.ts';
import type { Environment } from '../environment.ts';
import { callerOf } from '../module-routes.ts';
import { icon } from './icon.ts';
import { plainMarkdown } from '../portal/plain-markdown.ts';
import { searchable, searchForm } from '../portal/search-page.ts';
import { page } from './page.ts';
import { type Say, sayIn } from './say.ts';

/** `/`: a welcome, the functions of the modules that are on, and what each of them has to show. */
export async function homePage(kernel: Kernel, c: HonoContext<Environment>): Promise<Response> {
  c.set('operation', 'GET /');
  const { province, language } = c.var;
  const say = sayIn(language);
  const name = say(province.tenant.name);
  const functions = c.get('functions')();
  const welcome = plainMarkdown(kernel.portal.texts.of(province.tenant, 'home', language) ?? say(ownWelcome).replace('{province}', name));
  return page(c, {
    title: say('Trang chủ', 'Home'),
    keep: true,
    summary: say(`Cổng dịch vụ của ${name}: gửi và theo dõi phản ánh, xem thông tin quanh bạn.`, `The portal of ${name}: send and follow reports, see what goes on around you.`),
    body: html`<div class="hero"><div class="wrap">
<h1>${welcome.title}</h1>
${welcome.body}
${searchable(kernel, c.var).length === 0 ? '' : searchForm(say)}
</div></div>
<div class="wrap">
${functions.length === 0 ? '' : html`<h2 class="unseen">${say('Dịch vụ', 'Services')}</h2><ul class="tiles">${functions.map((one) => tile(one, say))}</ul>`}
${await sections(kernel, c)}
</div>`,
  });
}

const ownWelcome = {
  vi: '# {province} lắng nghe bạn\n\nDịch vụ và thông tin quanh bạn, ở cùng một nơi.',
  en: '# {province} listens to you\n\nServices and information around you, in one place.',
};

function tile({ href, icon: name, title, summary }: PortalFunction, say: Say): Html {
  return html`<li class="card tile">${icon(name)}<h3><a href="${href}">${say(title)}</a></h3><p>${say(summary)}</p></li>`;
}

// The page waits no longer for any of its modules.
const sectionSeconds = 3;

/** A module that fails to show its part, or takes too long, is left out and named in the log; the page and its neighbours stay. */
async function sections(kernel: Kernel, c: HonoContext<Environment>): Promise<Html[]> {
  const { province, database, principal, language } = c.var;
  const shown = kernel.plugins.all.map(async ({ id }) => {
    const plugin = kernel.moduleOn(province, id);
    if (plugin?.home === undefined) return '';
    const { home } = plugin;
    try {
      const handler = { province, plugin, operation: 'home section', caller: callerOf(c), about: { request: c.get('requestId') } };
      const ctx = createContext({ kernel, province, plugin, database, principal, language });
      return await within(sectionSeconds, (signal) => orAborted(signal, () => kernel.watch.run(handler, () => home(ctx))));
    } catch (error) {
      kernel.log.error({ request: c.get('requestId'), province: province.id, module: id, err: error }, 'home section failed');
      return '';
    }
  });
  return (await Promise.all(shown)).filter((section) => section !== '') as Html[];
}
