import { Hono } from 'hono';
import { acceptInvitation } from '../../identity/invitations.ts';
import { provinceJoining } from '../../identity/members.ts';
import { type ProvinceAccounts, provinceAccounts } from '../../identity/province-accounts.ts';
import type { Kernel } from '../../kernel.ts';
import type { AuthSite } from '../auth/endpoint.ts';
import type { Environment } from '../environment.ts';
import { hostOf } from '../host-of.ts';
import { accountPages } from './account-page.ts';
import { ownActs, ownSections } from './account-sections.ts';
import { homePage } from './home-page.ts';
import { invitationPages } from './invitation-pages.ts';
import { letterPages } from './letter-pages.ts';
import { signInRoutes } from './sign-in.ts';
import { unsubscribePages } from './unsubscribe-pages.ts';
import { wishesPage } from './wishes-page.ts';
import { waysIn, waysInRoutes } from './ways-in.ts';

/** The pages that every province has, whatever its modules: home, sign-in, one's own account. */
export function provincePages(kernel: Kernel): Hono<Environment> {
  const at: AuthSite<ProvinceAccounts> = {
    siteOf: (c) => provinceAccounts(kernel, c.get('province'), c.get('database')),
    urlOf: (c) => kernel.urlOf(hostOf(c.req.raw)),
  };
  const signIn = signInRoutes({
    ...at,
    lead: {
      vi: 'Dành cho cán bộ và người dân đã có tài khoản. Gửi phản ánh không cần đăng nhập.',
      en: 'For staff and for citizens with an account. Reporting needs no account.',
    },
    others: waysIn,
    // Staff land where their work is.
    landing(c, { principal }) {
      c.set('principal', principal);
      return c.get('functions')().find(({ permission }) => permission !== undefined)?.href ?? '/';
    },
  });
  return new Hono<Environment>()
    .get('/', (c) => homePage(kernel, c))
    .route('/', signIn)
    .route('/', waysInRoutes(at))
    .route('/', invitationPages(at, { ...provinceJoining, accept: (site, given) => acceptInvitation(site, given, provinceJoining) }))
    .route('/', letterPages(at))
    .route('/', unsubscribePages(kernel))
    .route('/', wishesPage(at))
    .route('/', accountPages({ ...at, sections: ownSections, acts: ownActs }));
}
