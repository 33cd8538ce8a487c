import { type Context as HonoContext, Hono } from 'hono';
import type { Kernel } from '../../kernel.ts';
import type { Environment } from '../environment.ts';
import { ofStatus } from '../to-problem.ts';
import { type EmbedRelease, loaderOf } from './release.ts';

const shortly = 'public, max-age=300';
const aYear = 'public, max-age=31536000, immutable';
const forEverybody = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

/**
 * What other websites embed: `/embed/v1/tinhthong.js` loads whatever widgets stand on a page, `/embed/<release>/…` never
 * changes, and releases of before stay. Served whatever the province's state: a widget that may do nothing shows its link.
 */
export function embedScripts(kernel: Kernel, release: EmbedRelease): Hono<Environment> {
  const modulesOf = (c: HonoContext<Environment>) => new Set(kernel.modulesOn(c.get('province')).map(({ id }) => id));
  return new Hono<Environment>()
    .get('/embed/v1/tinhthong.js', (c) => {
      c.set('operation', 'GET /embed/v1/tinhthong.js');
      return c.body(loaderOf(release, modulesOf(c)), 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': shortly, ...forEverybody });
    })
    .get('/embed/v1/widgets.json', (c) => {
      c.set('operation', 'GET /embed/v1/widgets.json');
      const on = modulesOf(c);
      const widgets = release.widgets.filter(({ plugin }) => on.has(plugin));
      return c.json({ release: release.id, widgets: widgets.map(({ tag, title, summary, page, file, integrity }) => ({ tag, title, summary, page, src: `/embed/${release.id}/${file}`, integrity })) }, 200, { 'cache-control': shortly, ...forEverybody });
    })
    // Whom a point belongs to that lies outside: the list goes to the device, the point to nobody.
    .get('/embed/v1/provinces.json', (c) => {
      c.set('operation', 'GET /embed/v1/provinces.json');
      const others = kernel.registry.provinces().filter(({ id, state }) => state === 'active' && id !== c.get('province').id);
      return c.json({ provinces: others.map(({ tenant: { name, bounds, hosts } }) => ({ name, bounds, url: kernel.urlOf(hosts[0]!) })) }, 200, { 'cache-control': shortly, ...forEverybody });
    })
    .get('/embed/:release/:file{.+\\.js}', async (c) => {
      c.set('operation', 'GET /embed/{release}/{file}');
      const file = await release.find(c.req.param('release'), c.req.param('file'));
      if (file === undefined) throw ofStatus(404);
      const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': aYear, vary: 'accept-encoding', ...forEverybody };
      return c.req.header('accept-encoding')?.includes('gzip') ? c.body(file.gzip, 200, { ...headers, 'content-encoding': 'gzip' }) : c.body(file.plain, 200, headers);
    });
}
