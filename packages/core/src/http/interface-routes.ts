import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono, type Context as HonoContext } from 'hono';
import { html, raw } from 'hono/html';
import { holds } from '../access/ability.ts';
import type { InterfacePart, Plugin } from '../plugin/plugin.ts';
import { forbidden, Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { signInRequired } from './guard.ts';
import { page } from './pages/page.ts';
import { sayIn } from './pages/say.ts';
import { ofStatus } from './to-problem.ts';

interface BuiltInterface {
  /** Changes with any of the files, which import each other by relative paths. */
  readonly release: string;
  readonly files: ReadonlyMap<string, Uint8Array>;
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
};
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
    return new Response(bytes as BodyInit, { headers: { 'content-type': mediaTypes[extname(file)]!, 'cache-control': cached, 'access-control-allow-origin': '*' } });
  });
  return routes;
}

function admit(c: HonoContext<Environment>, permission: string | undefined): void {
  const principal = c.get('principal');
  if (permission === undefined || holds(principal.ability, permission)) return;
  throw principal.actor.kind === 'anonymous' ? signInRequired(principal) : forbidden();
}

/** Read once: what is served is what was there at the start. Undefined where nothing has been built. */
function readBuilt(url: URL): BuiltInterface | undefined {
  const folder = fileURLToPath(url);
  if (!existsSync(folder)) return undefined;
  const hash = createHash('sha256');
  const files = new Map<string, Uint8Array>();
  for (const name of (readdirSync(folder, { recursive: true }) as string[]).toSorted()) {
    if (mediaTypes[extname(name)] === undefined) continue;
    const bytes = readFileSync(join(folder, name));
    hash.update(name).update(bytes);
    files.set(name.replaceAll(sep, '/'), bytes);
  }
  return { release: hash.digest('hex').slice(0, 10), files };
}

function notBuilt({ id }: Plugin, { module }: InterfacePart): Problem {
  return new Problem(
    404,
    'interface-not-built',
    { vi: 'Màn hình này chưa được dựng.', en: 'This screen has not been built.' },
    { detail: { vi: `Phân hệ "${id}" thiếu tệp ${module}; hãy chạy npm run build.`, en: `The module "${id}" lacks the file ${module}; run npm run build.` } },
  );
}
