import { Hono } from 'hono';
import type { Environment } from '../environment.ts';
import { ofStatus } from '../to-problem.ts';
import { icons, mediaTypes, pageSheet } from './assets.ts';
import { brandOf } from './brand.ts';

const aYear = 'public, max-age=31536000, immutable';

/** Style sheets and drawings of the pages, on every host; a province's own colours on its own. */
export function assetRoutes(): Hono<Environment> {
  return new Hono<Environment>().get('/:file', (c) => {
    c.set('operation', 'GET /assets/{file}');
    const { province } = c.var;
    const brand = province && brandOf(province.tenant);
    const [name, , extension] = c.req.param('file').split('.');
    const asset = [pageSheet, icons, brand?.sheet, brand?.mark].find((one) => one?.name === name && one?.extension === extension);
    if (asset === undefined) throw ofStatus(404);
    // While old and new versions serve side by side, a page may ask for the other's sheet: it gets this one, uncached.
    const exact = asset.path.endsWith(`/${c.req.param('file')}`);
    const headers = { 'content-type': mediaTypes[asset.extension], 'cache-control': exact ? aYear : 'no-cache', vary: 'accept-encoding' };
    const zipped = c.req.header('accept-encoding')?.includes('gzip') ?? false;
    return zipped ? c.body(asset.gzip, 200, { ...headers, 'content-encoding': 'gzip' }) : c.body(asset.text, 200, headers);
  });
}
