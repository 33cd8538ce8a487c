import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { getPath } from 'hono/utils/url';
import type { Kernel } from '../kernel.ts';
import type { Environment } from './environment.ts';
import { addressOf, bucketOf, rateLimit } from './guards.ts';
import { indexSite } from './index-site.ts';
import { languageOf } from './language.ts';
import { assetRoutes } from './pages/asset-routes.ts';
import { portalFunctions } from './pages/portal-functions.ts';
import { problemPage, wantsPage } from './pages/problem-page.ts';
import { problemResponse } from './problem-response.ts';
import { addStandardHeaders } from './standard-headers.ts';
import { provinceSite } from './province-site.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import { ofStatus, toProblem } from './to-problem.ts';

export interface AppOptions {
  /** Whether provinces are served on https. */
  readonly secure: boolean;
  readonly trustedProxies: ReadonlySet<string>;
  /** Requests a minute from one address, over all routes. */
  readonly perMinute: number;
  /** Host of the page that links the provinces. */
  readonly indexHost: string;
  /** The national sites (ministry, platform operator), by host. */
  readonly national: Readonly<Record<string, Hono<Environment>>>;
  readonly ready: () => Promise<{ readonly ready: boolean; readonly checks: Readonly<Record<string, string>> }>;
}

const probes = new Set(['/livez', '/readyz']);

/** The whole HTTP face. The Host picks the site, as the first segment of the routed path; probes answer on any Host. */
export function createApp(kernel: Kernel, options: AppOptions): Hono<Environment> {
  const limit = rateLimit(options.perMinute * kernel.limitFactor);

  function routedPath(request: Request): string {
    const path = getPath(request);
    // Hono knows the first page of a mounted site without the slash at its end.
    return probes.has(path) ? path : `${siteOf(hostOf(request))}${path === '/' ? '' : path}`;
  }

  function siteOf(host: string): string {
    if (kernel.registry.byHost(host) !== undefined) return '/@province';
    if (host === options.indexHost) return '/@index';
    return Object.hasOwn(options.national, host) ? `/@${host}` : '/@unknown';
  }

  const app = new Hono<Environment>({ getPath: routedPath });
  app.onError((error, c) => problem(c, error));
  app.notFound((c) => problem(c, ofStatus(c.req.path.startsWith('/@unknown') ? 421 : 404)));

  app.use('*', async (c, next) => {
    const started = performance.now();
    const requestId = c.req.header('x-request-id')?.match(/^[\w-]{8,64}$/)?.[0] ?? randomUUID();
    c.set('requestId', requestId);
    c.set('secure', options.secure);
    // From the Host alone, and at once: whatever ends the request early, its log line names the province.
    const province = kernel.registry.byHost(hostOf(c.req.raw));
    if (province !== undefined) c.set('province', province);
    c.set('address', addressOf(c, options.trustedProxies));
    c.set('language', languageOf(c));
    c.set('functions', () => portalFunctions(kernel, c.get('province'), c.get('principal')));
    await next();
    addStandardHeaders(c);
    if (!kernel.log.isLevelEnabled('info')) return;
    kernel.log.info(
      {
        request: requestId,
        province: c.get('province')?.id,
        module: c.get('module'),
        operation: c.get('operation') ?? c.req.method,
        status: c.res.status,
        ms: Math.round((performance.now() - started) * 10) / 10,
      },
      'request',
    );
  });
  app.get('/livez', (c) => c.json({ live: true }));
  app.get('/readyz', async (c) => {
    const state = await options.ready();
    return c.json(state, state.ready ? 200 : 503);
  });
  app.use('/:site{@.+}/*', async (c, next) => {
    await limit(bucketOf(c.get('address')));
    await next();
  });
  app.route('/:site{@[^/]+}/assets', assetRoutes());
  app.route('/@province', provinceSite(kernel, options));
  app.route('/@index', indexSite(kernel, Object.keys(options.national)));
  for (const [host, site] of Object.entries(options.national)) app.route(`/@${host}`, site);
  refuseOtherMethods(app);

  function problem(c: HonoContext<Environment>, error: unknown): Response | Promise<Response> {
    const shown = toProblem(error);
    const place = { province: c.get('province')?.id, module: c.get('module') };
    if (shown.status >= 500) {
      kernel.log.error({ request: c.get('requestId'), ...place, operation: c.get('operation'), err: error }, shown.message);
    }
    const traceId = c.get('requestId') ?? randomUUID();
    return wantsPage(c) ? problemPage(c, shown, traceId) : problemResponse(shown, { traceId, language: c.get('language') ?? 'vi', ...place });
  }

  return app;
}

export function hostOf(request: Request): string {
  return (request.headers.get('host') ?? new URL(request.url).host).toLowerCase().replace(/:\d+$/, '');
}
