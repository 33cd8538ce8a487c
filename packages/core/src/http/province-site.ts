import { Hono, type MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import { anonymous, type Principal } from '../identity/principal.ts';
import { createContext } from '../modules/create-context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import { authRoutes } from './auth-routes.ts';
import { bucketOf } from './caller-address.ts';
import { embedded, embedKeyOf } from './embed/embed-access.ts';
import { embedCheck } from './embed/embed-check.ts';
import { embedFrame } from './embed/embed-frame.ts';
import { embedLinks } from './embed/embed-links.ts';
import { embedScripts } from './embed/embed-scripts.ts';
import { embedRelease } from './embed/release.ts';
import type { Environment } from './environment.ts';
import { fileRoutes } from './file-routes.ts';
import { refuseForeignWrites, safeMethods } from './refuse-foreign-writes.ts';
import { moving } from './to-problem.ts';
import { interfaceRoutes } from './interface-routes.ts';
import { callerOf, fromOf, moduleRoutes, type ModuleRoutes } from './module-routes.ts';
import { openApiRoute } from './openapi.ts';
import { streamRoute } from './stream-route.ts';
import { provincePages } from './pages/province-pages.ts';
import { portalRoutes } from './portal/portal-routes.ts';
import { fairShare } from './fair-share.ts';
import { provinceLimit } from './province-limit.ts';

/** What answers at a province's own hosts: its API, the modules that are on, its pages. */
export function provinceSite(kernel: Kernel, options: { secure: boolean }): Hono<Environment> {
  const site = new Hono<Environment>();
  const release = embedRelease(kernel.plugins.all, kernel.files);
  site.use('*', provinceLimit(kernel), fairShare(), refuseForeignWrites(options.secure));
  site.use('*', async (c, next) => {
    c.set('widget', (tag) => {
      const found = release.widgets.find((widget) => widget.tag === tag);
      return found === undefined ? undefined : `/embed/${release.id}/${found.file}`;
    });
    await next();
  });
  site.route('/', embedCheck(kernel));
  site.route('/', embedScripts(kernel, release));
  site.use('*', inProvince(kernel), embedded(kernel));
  site.route('/', embedFrame(kernel, release));
  site.route('/', embedLinks(kernel, release));
  site.route('/', authRoutes(kernel));
  site.route('/', fileRoutes(kernel));
  site.route('/', openApiRoute(kernel));
  site.route('/', streamRoute(kernel));
  site.route('/api/core', moduleRoutes(kernel, kernel.coreModule).app);
  for (const plugin of kernel.plugins.all) {
    const routes = moduleRoutes(kernel, plugin);
    site.use(`/api/${plugin.id}/*`, gate(kernel, plugin));
    site.route(`/api/${plugin.id}`, routes.app);
    if (plugin.built !== undefined) {
      site.use(`/ui/${plugin.id}/*`, gate(kernel, plugin));
      site.route(`/ui/${plugin.id}`, interfaceRoutes(plugin, plugin.built));
    }
    for (const [path, mounted] of Object.entries(plugin.mounts ?? {})) {
      site.use(`${path}/*`, gate(kernel, plugin), contextFor(kernel, plugin, routes));
      site.route(path, mounted as unknown as Hono<Environment>);
    }
  }
  site.route('/', portalRoutes(kernel));
  site.route('/', provincePages(kernel));
  return site;
}

/** Province → pool → caller. A session or key must be of the province that the Host named. */
function inProvince(kernel: Kernel): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const province = c.get('province');
    if (province.state !== 'active') throw suspended();
    if (province.move === 'paused' && !safeMethods.has(c.req.method)) throw moving();
    await kernel.pools.use(province, async (database) => {
      c.set('database', database);
      await kernel.organisations.load(province, database);
      // Whoever comes from another website with its key is nobody, whatever session or key comes along.
      c.set('principal', embedKeyOf(c) === undefined ? await kernel.principals.of(province, database, c.req.raw.headers) : anonymous);
      await next();
    });
  };
}

/** A module that is off is not there: 404, as if its plugin were not installed. */
function gate(kernel: Kernel, plugin: Plugin): MiddlewareHandler<Environment> {
  return async (c, next) => {
    if (kernel.moduleOn(c.get('province'), plugin.id) === undefined) {
      throw new Problem(404, 'module-off', {
        vi: `Phân hệ "${plugin.title.vi}" chưa được bật ở tỉnh này.`,
        en: `The module "${plugin.title.en ?? plugin.title.vi}" is not switched on in this province.`,
      });
    }
    c.set('module', plugin.id);
    await next();
  };
}

function contextFor(kernel: Kernel, plugin: Plugin, routes: ModuleRoutes): MiddlewareHandler<Environment> {
  const strangersForms = kernel.rateLimits('forms of strangers', 60);
  return async (c, next) => {
    c.set('operation', `${c.req.method} ${plugin.id} page`);
    const { province, database, principal, language, requestId } = c.var;
    // The route behind a form has its limit too, but is asked when the form with its pictures has been read.
    if (!safeMethods.has(c.req.method) && principal.actor.kind === 'anonymous') await strangersForms(`${province.id}|${bucketOf(c.get('address'))}`);
    const incoming = c.env?.incoming;
    // Node itself ends a request that does not come to its end within five minutes.
    const arriving = () => incoming !== undefined && !incoming.complete && !incoming.destroyed;
    const handler = { province, plugin, operation: c.get('operation'), caller: callerOf(c), about: { request: requestId }, arriving };
    const page = kernel.watch.runAtMost(handler, async (turn) => {
      const enter = (as: Principal) => {
        c.set('principal', as);
        c.set('ctx', createContext({ kernel, province, plugin, database, principal: as, language, ...fromOf(c), turn }));
      };
      enter(principal);
      c.set('call', routes.callIn(c, turn));
      c.set('enterWithKey', async (key) => {
        if (!/^[\x21-\x7e]{8,200}$/.test(key)) return false;
        const found = await kernel.principals.of(province, database, new Headers({ authorization: `Bearer ${key}` }));
        if (found.actor.kind === 'key') enter(found);
        return found.actor.kind === 'key';
      });
      await next();
      // Hono has answered for the page by now; the watch is to hear of it all the same.
      if (c.error !== undefined) throw c.error;
    });
    await page.catch((error: unknown) => {
      if (error !== c.error) throw error;
    });
  };
}

function suspended(): Problem {
  return new Problem(
    503,
    'province-suspended',
    { vi: 'Dịch vụ của tỉnh đang tạm ngừng.', en: 'The services of this province are suspended.' },
    { headers: { 'retry-after': '3600' } },
  );
}
