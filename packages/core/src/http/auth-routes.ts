import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { Environment } from './environment.ts';

/** Signing in and out: better-auth answers, on this province's accounts alone. */
export function authRoutes(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().on(['GET', 'POST'], '/api/auth/*', async (c) => {
    c.set('operation', `${c.req.method} /api/auth`);
    const province = c.get('province');
    const response = await kernel.principals.auth(province, c.get('database')).handler(c.req.raw);
    // Signing out or changing a password must count at the next request, here and on every node.
    if (c.req.method === 'POST' && !c.req.path.includes('/sign-in/')) kernel.registry.bus.send({ topic: 'access', province: province.id });
    return response;
  });
}
