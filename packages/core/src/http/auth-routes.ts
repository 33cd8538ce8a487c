import type { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import { authEndpoints } from './auth-endpoints.ts';
import type { Environment } from './environment.ts';

/** Signing in and out of a province, on its own accounts. */
export function authRoutes({ principals, registry, limitFactor }: Kernel): Hono<Environment> {
  return authEndpoints({
    limitFactor,
    authOf: (c) => principals.auth(c.get('province'), c.get('database')),
    // Signing out or changing a password must count at the next request, here and on every node.
    changed: (c) => registry.bus.send({ topic: 'access', province: c.get('province').id }),
  });
}
