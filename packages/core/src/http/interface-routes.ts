import { Hono, type Context as HonoContext } from 'hono';
import { html, raw } from 'hono/html';
import { holds } from '../access/ability.ts';
import type { InterfacePart, Plugin } from '../plugin/plugin.ts';
import { forbidden, Problem } from '../plugin/problem.ts';
import { mediaTypeOf, readBuilt } from './built-interface.ts';
import type { Environment } from './environment.ts';
import { signInRequired } from './guard.ts';
import { page } from './pages/page.ts';
import { sayIn } from './pages/say.ts';
import { ofStatus } from './to-problem.ts';

const aYear = 'public, max-age=31536000, immutable';

/** Widgets and screens of a plugin: its built files at `/ui/<id>/<release>/…`, and a page around each part at `/ui/<id>/<tag>`. */
export function interfaceRoutes(plugin: Plugin, folder: URL): Hono<Environment> {
  const built = readBuilt(folder);
  const parts: readonly (InterfacePart & { readonly permission?: string })[] = [...(plugin.widgets ?? []), ...(plugin.screens ?? [])];
  const routes = new Hono<Environment>();
  routes.get('/:tag', (c) => {
    c.set('operation', `GET /ui/${plugin.id}/{tag}`);
    const part = parts.find(({ tag }) => tag === c.req.param('tag'));
    if (part === undefined) throw ofStatus(404);
    admit(c, part.permission);
    if (built?.files.has(part.module) !== true) throw notBuilt(plugin, part);
    const title = sayIn(c.var.language)(part.title);
    return page(c, {
      title,
      body: html`<div class="wrap"><div class="title"><h1>${title}</h1></div>
${raw(`<${part.tag}></${part.tag}>`)}</div>
<script type="module" src="/ui/${plugin.id}/${built.release}/${part.module}"></script>`,
    });
  });
  routes.get('/:release/:file{.+}', (c) => {
    c.set('operation', `GET /ui/${plugin.id}/{release}/{file}`);
    const { release, file } = c.req.param();
    const bytes = built?.files.get(file);
    if (bytes === undefined) throw ofStatus(404);
    // While old and new versions serve side by side, a page may ask for the other's file: it gets this one, uncached.
    const cached = release === built?.release ? aYear : 'no-cache';
    // A page of another website imports a widget; what a file holds is no secret, and what it may ask for is the embed key's matter.
    return new Response(bytes as BodyInit, { headers: { 'content-type': mediaTypeOf(file)!, 'cache-control': cached, 'access-control-allow-origin': '*' } });
  });
  return routes;
}

function admit(c: HonoContext<Environment>, permission: string | undefined): void {
  const principal = c.get('principal');
  if (permission === undefined || holds(principal.ability, permission)) return;
  throw principal.actor.kind === 'anonymous' ? signInRequired(principal) : forbidden();
}

function notBuilt({ id }: Plugin, { module }: InterfacePart): Problem {
  return new Problem(
    404,
    'interface-not-built',
    { vi: 'Màn hình này chưa được dựng.', en: 'This screen has not been built.' },
    { detail: { vi: `Phân hệ "${id}" thiếu tệp ${module}; hãy chạy npm run build.`, en: `The module "${id}" lacks the file ${module}; run npm run build.` } },
  );
}
