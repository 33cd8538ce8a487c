import type { Context as HonoContext } from 'hono';
import { html } from 'hono/html';
import { holds } from '../../access/ability.ts';
import { orAborted, within } from '../../jobs/cut-off.ts';
import type { Kernel } from '../../kernel.ts';
import { createContext } from '../../modules/create-context.ts';
import type { Html, Plugin, SearchSource } from '../../plugin/plugin.ts';
import type { Environment } from '../environment.ts';
import { callerOf } from '../module-routes.ts';
import { page } from '../pages/page.ts';
import { type Say, sayIn } from '../pages/say.ts';

const perModule = 8;
const mostLetters = 100;
const moduleSeconds = 3;

/** The modules that are on and have something to search, for this caller. */
export function searchable(kernel: Kernel, { province, principal }: Pick<Environment['Variables'], 'province' | 'principal'>): Plugin[] {
  return kernel.modulesOn(province).filter(({ search }) => search !== undefined && (search.access === 'public' || holds(principal.ability, search.access)));
}

/** The field that leads to `/tim-kiem`. */
export function searchForm(say: Say, words = ''): Html {
  return html`<form class="search" action="/tim-kiem" role="search"><label for="q">${say('Tìm trong cổng', 'Search the portal')}</label>
<div><input id="q" name="q" type="search" maxlength="${mostLetters}" autocomplete="off" value="${words}" placeholder="${say('Ví dụ: ổ gà Lê Lợi', 'For example: pothole Lê Lợi')}">
<button>${say('Tìm', 'Search')}</button></div></form>`;
}

/** `/tim-kiem?q=`: what every module finds for the words, the best of each. */
export async function searchPage(kernel: Kernel, c: HonoContext<Environment>): Promise<Response> {
  c.set('operation', 'GET /tim-kiem');
  const say = sayIn(c.var.language);
  const words = wordsOf(c.req.query('q') ?? '');
  const modules = searchable(kernel, c.var);
  const groups = words === '' ? [] : await Promise.all(modules.map((module) => findIn(kernel, c, module, words)));
  const found = groups.filter((group) => group === undefined || group.items.length > 0);
  return page(c, {
    title: words === '' ? say('Tìm kiếm', 'Search') : say(`Tìm: ${words}`, `Search: ${words}`),
    body: html`<div class="wrap narrow"><h1>${say('Tìm kiếm', 'Search')}</h1>
${searchForm(say, words)}
${words !== '' && found.length === 0 ? nothing(say, words) : ''}
${groups.map((group, i) => (group === undefined ? failed(say, modules[i]!) : group.items.length === 0 ? '' : results(say, modules[i]!, group, words)))}</div>`,
  });
}

/** What no database takes, and what nobody can see, is no word. */
function wordsOf(typed: string): string {
  const seen = typed.normalize('NFC').replace(/\p{C}+/gu, ' ').trim();
  return [...seen].slice(0, mostLetters).join('').trim();
}

interface Group {
  readonly items: Awaited<ReturnType<SearchSource['find']>>;
}

/** One that fails or takes too long is told beside what the others found. */
async function findIn(kernel: Kernel, c: HonoContext<Environment>, plugin: Plugin, words: string): Promise<Group | undefined> {
  const { province, database, principal, language } = c.var;
  try {
    const handler = { province, plugin, operation: 'search', caller: callerOf(c), about: { request: c.get('requestId') } };
    const ctx = createContext({ kernel, province, plugin, database, principal, language });
    const items = await within(moduleSeconds, (signal) => orAborted(signal, () => kernel.watch.run(handler, () => plugin.search!.find(ctx, words, perModule))));
    return { items: items.slice(0, perModule) };
  } catch (error) {
    kernel.log.error({ request: c.get('requestId'), province: province.id, module: plugin.id, err: error }, 'search failed');
    return undefined;
  }
}

function results(say: Say, { title, search }: Plugin, { items }: Group, words: string): Html {
  return html`<section><h2>${say(title)}</h2><ul class="found">${items.map((item) => html`<li><h3><a href="${item.href}">${item.title}</a></h3><p>${item.detail}</p></li>`)}</ul>
${search!.page !== undefined && items.length === perModule ? html`<p><a href="${search!.page}?q=${encodeURIComponent(words)}">${say('Xem tất cả kết quả', 'See all results')}</a></p>` : ''}</section>`;
}

function failed(say: Say, { title }: Plugin): Html {
  return html`<div class="notice"><p>${say(`Chưa tìm được trong “${title.vi}”. Xin thử lại sau ít phút.`, `“${title.en ?? title.vi}” could not be searched. Please try again in a few minutes.`)}</p></div>`;
}

function nothing(say: Say, words: string): Html {
  return html`<div class="notice"><p>${say(`Không tìm thấy gì cho “${words}”.`, `Nothing was found for “${words}”.`)}</p>
<p>${say('Thử từ ngắn hơn, tên đường hoặc mã phản ánh. Có dấu hay không dấu đều được.', 'Try shorter words, a street or the code of a report, with or without accents.')}</p></div>`;
}
