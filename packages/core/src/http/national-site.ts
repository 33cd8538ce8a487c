import { Hono, type MiddlewareHandler } from 'hono';
import { type NationalSiteName, nationalAuth } from '../identity/national-auth.ts';
import type { Kernel } from '../kernel.ts';
import { forbidden } from '../plugin/problem.ts';
import { authEndpoints } from './auth-endpoints.ts';
import type { Environment } from './environment.ts';
import { sameOriginWrites } from './guards.ts';
import { nationalPage } from './pages/national-page.ts';
import { ofStatus } from './to-problem.ts';

/** `ministry` and `platform`: sign-in, and what the platform's operator sees of the provinces. No citizen's data is here. */
export async function nationalSite(kernel: Kernel, name: NationalSiteName, options: { secure: boolean }): Promise<Hono<Environment>> {
  const auth = await nationalAuth(kernel, name, options.secure);
  const site = new Hono<Environment>();

  const members: MiddlewareHandler<Environment> = async (c, next) => {
    c.set('operation', `${c.req.method} ${name}`);
    const session = await auth.api.getSession({ headers: c.req.raw.headers });
    if (session === null) throw ofStatus(401);
    const member = await kernel.registry.db
      .selectFrom('registry.national_members')
      .select('site')
      .where('account', '=', session.user.id)
      .executeTakeFirst();
    if (member?.site !== name) throw forbidden();
    await next();
  };

  site.use('*', sameOriginWrites(options.secure));
  site.route('/', authEndpoints({ limitFactor: kernel.limitFactor, authOf: () => auth, changed: () => {} }));
  site.get('/', (c) => nationalPage(c, name));
  site.get('/api/core/me', members, (c) => c.json({ kind: 'account', site: name }, 200, { 'cache-control': 'no-store' }));
  if (name === 'platform') {
    site.get('/api/provinces', members, (c) => {
      const items = kernel.registry.provinces().map(({ id, state, tenant, server, modules }) => ({
        id,
        code: tenant.code,
        name: tenant.name,
        hosts: tenant.hosts,
        state,
        server,
        modules: [...modules.values()].map(({ plugin, version, state, reason }) => ({ plugin, version, state, reason })),
      }));
      return c.json({ items }, 200, { 'cache-control': 'no-store' });
    });
  }
  return site;
}
