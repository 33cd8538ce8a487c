import type { AccountSite } from './account-site.ts';
import { forgetPlaces } from './sign-in-places.ts';

/** Removes what is over: letters and codes that nobody used, sessions, and who failed to sign in long ago. */
export async function tidyAccounts(site: Pick<AccountSite, 'db' | 'now'>): Promise<void> {
  await site.db.deleteFrom('identity.one_time').where('expires_at', '<', site.now()).execute();
  // better-auth counts by the clock of the machine.
  await site.db.deleteFrom('identity.session').where('expiresAt', '<', new Date()).execute();
  await forgetPlaces(site);
}
