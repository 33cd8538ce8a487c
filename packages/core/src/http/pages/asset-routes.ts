import { Hono } from 'hono';
import type { Environment } from '../environment.ts';
import { ofStatus } from '../to-problem.ts';
import { appIcons } from '../portal/app-icons.ts';
import { fonts, frameScript, frameSheet, fromLinkScript, icons, mediaTypes, offlineScript, pageSheet, portalScript } from './assets.ts';
import { brandOf } from './brand.ts';

const aYear = 'public, max-age=31536000, immutable';

/** Style sheets, drawings and fonts of the pages, on every host; a province's own colours on its own. */
export function assetRoutes(): Hono<Environment> {
  return new Hono<Environment>().get('/:file', async (c) => {
    c.set('operation', 'GET /assets/{file}');
    const { province } = c.var;
    const brand = province && brandOf(province.tenant);
    const [name, , extension] = c.req.param('file').split('.');
    const drawn = extension === 'png' && province !== undefined ? appIcons(province.tenant).find(({ file }) => file.startsWith(`${name}.`)) : undefined;
    if (drawn !== undefined) return c.body(await drawn.png(), 200, { 'content-type': 'image/png', 'cache-control': drawn.file === c.req.param('file') ? aYear : 'no-cache' });
    const asset = [pageSheet, icons, portalScript, offlineScript, fromLinkScript, frameScript, frameSheet, ...fonts, brand?.sheet, brand?.mark].find((one) => one?.name === name && one?.extension === extension);
    if (asset === undefined) throw ofStatus(404);
    // While old and new versions serve side by side, a page may ask for the other's sheet: it gets this one, uncached.
    const exact = asset.path.endsWith(`/${c.req.param('file')}`);
    const headers = { 'content-type': mediaTypes[asset.extension], 'cache-control': exact ? aYear : 'no-cache', vary: 'accept-encoding' };
    const zipped = c.req.header('accept-encoding')?.includes('gzip') ? asset.gzip : undefined;
    return zipped === undefined ? c.body(asset.plain, 200, headers) : c.body(zipped, 200, { ...headers, 'content-encoding': 'gzip' });
  });
}
