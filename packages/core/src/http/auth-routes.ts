import type { Hono } from 'hono';
import { provinceAccounts } from '../identity/province-accounts.ts';
import type { Kernel } from '../kernel.ts';
import { serveEndpoints } from './auth/endpoint.ts';
import { provinceEndpoints } from './auth/province-endpoints.ts';
import type { Environment } from './environment.ts';
import { hostOf } from './host-of.ts';

/** Signing in and out of a province, on its own accounts. */
export function authRoutes(kernel: Kernel): Hono<Environment> {
  return serveEndpoints(provinceEndpoints, {
    siteOf: (c) => provinceAccounts(kernel, c.get('province'), c.get('database')),
    // The Host was looked up in the registry: it is one of the province's own.
    urlOf: (c) => kernel.urlOf(hostOf(c.req.raw)),
  });
}
