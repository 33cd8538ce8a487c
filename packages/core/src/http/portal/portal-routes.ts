import { Hono } from 'hono';
import type { Kernel } from '../../kernel.ts';
import { anonymous } from '../../identity/principal.ts';
import type { Environment } from '../environment.ts';
import { portalFunctions } from '../pages/portal-functions.ts';
import { zipped } from '../zipped.ts';
import { sayIn } from '../pages/say.ts';
import { manifestOf } from './manifest.ts';
import { offlinePage } from './offline-page.ts';
import { searchPage } from './search-page.ts';
import { textPage } from './text-pages.ts';
import { textPaths } from './text-paths.ts';
import { offlinePath, retiredWorker, workerScript } from './worker-script.ts';

/** What makes a province's pages a portal: the app, its worker, what it says of itself, one search over all modules. */
export function portalRoutes(kernel: Kernel): Hono<Environment> {
  const forEverybody = (province: Environment['Variables']['province']) => portalFunctions(kernel, province, anonymous);
  return new Hono<Environment>()
    .get('/manifest.webmanifest', (c) => {
      c.set('operation', 'GET /manifest.webmanifest');
      const { province, language } = c.var;
      const headers = { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'public, max-age=3600', vary: 'accept-language' };
      return c.json(manifestOf(province.tenant, forEverybody(province), sayIn(language)), 200, headers);
    })
    .get('/sw.js', (c) => {
      c.set('operation', 'GET /sw.js');
      const { province, language } = c.var;
      const modules = kernel.modulesOn(province).map(({ id, version }) => `${id} ${version}`);
      const script = kernel.portal.keepsPages ? workerScript(province.tenant, language, modules) : retiredWorker;
      // A worker asks under the policy of its own file.
      const headers = { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache', 'content-security-policy': "default-src 'none'; connect-src 'self'" };
      return zipped(c, script, 200, headers);
    })
    .get(offlinePath, offlinePage)
    .get('/tim-kiem', (c) => searchPage(kernel, c))
    .get(textPaths.about, (c) => textPage(kernel, c, 'about'))
    .get(textPaths.accessibility, (c) => textPage(kernel, c, 'accessibility'));
}
