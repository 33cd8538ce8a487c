import { randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import type { Context as HonoContext } from 'hono';
import { getPath } from 'hono/utils/url';
import type { NationalSiteName } from '../identity/national-accounts.ts';
import type { Kernel } from '../kernel.ts';
import { bodyBudget } from './body-budget.ts';
import type { Environment } from './environment.ts';
import { addressOf, bucketOf } from './caller-address.ts';
import { hostOf } from './host-of.ts';
import { indexSite } from './index-site.ts';
import { languageOf } from './language.ts';
import { assetRoutes } from './pages/asset-routes.ts';
import { portalFunctions } from './pages/portal-functions.ts';
import { problemPage, wantsPage } from './pages/problem-page.ts';
import { problemResponse } from './problem-response.ts';
import { addStandardHeaders } from './standard-headers.ts';
import { provinceSite } from './province-site.ts';
import { probePaths, probes, type Readiness } from './probes.ts';
import { refuseOtherMethods } from './refuse-other-methods.ts';
import { ofStatus, toProblem } from './to-problem.ts';
import { traceRequests } from './trace-requests.ts';

export interface AppOptions {
  /** Whether provinces are served on https. */
  readonly secure: boolean;
  readonly trustedProxies: ReadonlySet<string>;
  /** Requests a minute from one address, over all routes. */
  readonly perMinute: number;
  readonly national: Readonly<Partial<Record<NationalSiteName, Hono<Environment>>>>;
  readonly ready: () => Promise<Readiness>;
}

/** The whole HTTP face. The Host picks the site, as the first segment of the routed path; probes answer on any Host. */
export function createApp(kernel: Kernel, options: AppOptions): Hono<Environment> {
  const limit = kernel.rateLimits('requests', options.perMinute);
  const sites = new Map(Object.entries(kernel.siteHosts).map(([name, host]) => [host, `/@${name}`]));
  if (sites.size < 3) throw new Error('INDEX_HOST, MINISTRY_HOST, PLATFORM_HOST phải khác nhau / must differ');

  function routedPath(request: Request): string {
    const path = getPath(request);
    // Hono knows the first page of a mounted site without the slash at its end.
    return probePaths.has(path) ? path : `${siteOf(hostOf(request))}${path === '/' ? '' : path}`;
  }

  function siteOf(host: string): string {
    if (kernel.registry.byHost(host) !== undefined) return '/@province';
    return sites.get(host) ?? '/@unknown';
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
    c.set('portal', kernel.portal);
    c.set('functions', () => portalFunctions(kernel, c.get('province'), c.get('principal')));
    await next();
    addStandardHeaders(c);
    const ms = performance.now() - started;
    const module = c.get('module') ?? kernel.coreModule.id;
    kernel.requestMeter.count({ province: province?.id, module, status: c.res.status, ms });
    if (!kernel.log.isLevelEnabled('info')) return;
    kernel.log.info(
      {
        request: requestId,
        province: c.get('province')?.id,
        module,
        operation: c.get('operation') ?? c.req.method,
        status: c.res.status,
        ms: Math.round(ms * 10) / 10,
      },
      'request',
    );
  });
  app.use('/:site{@.+}/*', traceRequests(kernel.coreModule.id, options.trustedProxies));
  app.route('/', probes(options.ready));
  app.use('/:site{@.+}/*', async (c, next) => {
    await limit(bucketOf(c.get('address')));
    await next();
  });
  app.use('/:site{@.+}/*', bodyBudget());
  app.route('/:site{@[^/]+}/assets', assetRoutes());
  app.route('/@province', provinceSite(kernel, options));
  app.route('/@index', indexSite(kernel));
  for (const [name, site] of Object.entries(options.national)) app.route(`/@${name}`, site);
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
