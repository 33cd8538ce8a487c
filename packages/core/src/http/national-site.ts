import { Hono } from 'hono';
import { nationalAccounts, type NationalSiteName } from '../identity/national-accounts.ts';
import { acceptNational } from '../identity/national-members.ts';
import type { Kernel } from '../kernel.ts';
import { type AuthSite, serveEndpoints } from './auth/endpoint.ts';
import type { Environment } from './environment.ts';
import { refuseForeignWrites } from './refuse-foreign-writes.ts';
import { ministryEndpoints, nationalAuthEndpoints, platformEndpoints } from './national-endpoints.ts';
import { accountPages } from './pages/account-page.ts';
import { invitationPages } from './pages/invitation-pages.ts';
import { nationalPage } from './pages/national-page.ts';
import { signInRoutes } from './pages/sign-in.ts';

/** `ministry` and `platform`: sign-in, and what the platform's operator sees of the provinces. No citizen's data is here. */
export async function nationalSite(kernel: Kernel, name: NationalSiteName, options: { secure: boolean }): Promise<Hono<Environment>> {
  const sites = { ministry: await nationalAccounts(kernel, 'ministry', options.secure), platform: await nationalAccounts(kernel, 'platform', options.secure) };
  const accounts = sites[name];
  const at: AuthSite<typeof accounts> = { siteOf: () => accounts, urlOf: () => kernel.urlOf(kernel.siteHosts[name]) };
  const site = new Hono<Environment>();
  site.use('*', refuseForeignWrites(options.secure));
  site.use('*', async (c, next) => {
    c.set('principal', await accounts.principal(c.req.raw.headers));
    await next();
  });
  site.route('/', serveEndpoints(nationalAuthEndpoints, at));
  site.route('/', serveEndpoints(name === 'platform' ? platformEndpoints(kernel, sites) : ministryEndpoints, at, '/api'));
  site.get('/', (c) => nationalPage(c, name));
  const lead = { vi: 'Dành cho người được mời vào trang này.', en: 'For people who were invited to this site.' };
  site.route('/', signInRoutes({ ...at, lead, landing: () => '/' }));
  site.route('/', invitationPages(at, { knownPassword: 'is-set-anew', accept: acceptNational }));
  site.route('/', accountPages(at));
  return site;
}
