import { Hono, type MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import { authRoutes } from './auth-routes.ts';
import type { Environment } from './environment.ts';
import { fileRoutes } from './file-routes.ts';
import { sameOriginWrites } from './guards.ts';
import { moduleRoutes, type ModuleRoutes } from './module-routes.ts';
import { openApiRoute } from './openapi.ts';
import { provincePages } from './pages/province-pages.ts';

/** What answers at a province's own hosts: its API, the modules that are on, its pages. */
export function provinceSite(kernel: Kernel, options: { secure: boolean }): Hono<Environment> {
  const site = new Hono<Environment>();
  site.use('*', sameOriginWrites(options.secure), inProvince(kernel));
  site.route('/', authRoutes(kernel));
  site.route('/', fileRoutes(kernel));
  site.route('/', openApiRoute(kernel));
  site.route('/api/core', moduleRoutes(kernel, kernel.coreModule).app);
  for (const plugin of kernel.plugins.all) {
    const routes = moduleRoutes(kernel, plugin);
    site.use(`/api/${plugin.id}/*`, gate(kernel, plugin));
    site.route(`/api/${plugin.id}`, routes.app);
    for (const [path, mounted] of Object.entries(plugin.mounts ?? {})) {
      site.use(`${path}/*`, gate(kernel, plugin), contextFor(kernel, plugin, routes));
      site.route(path, mounted as unknown as Hono<Environment>);
    }
  }
  site.route('/', provincePages(kernel));
  return site;
}

/** Province → pool → caller. A session or key must be of the province that the Host named. */
function inProvince(kernel: Kernel): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const province = c.get('province');
    if (province.state !== 'active') throw suspended();
    await kernel.pools.use(province, async (database) => {
      c.set('database', database);
      await kernel.organisations.load(province, database);
      c.set('principal', await kernel.principals.of(province, database, c.req.raw.headers));
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
  return async (c, next) => {
    c.set('operation', `${c.req.method} ${plugin.id} page`);
    const { province, database, principal, language } = c.var;
    c.set('ctx', createContext({ kernel, province, plugin, database, principal, language }));
    c.set('call', routes.callIn(c));
    await next();
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
