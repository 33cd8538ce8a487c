import type { ProvinceAccounts } from '../../identity/province-accounts.ts';
import { eraseAccount } from '../../personal-data/erase-account.ts';
import { type AccountExport, exportAccount } from '../../personal-data/export-account.ts';
import type { AuthCall } from './endpoint.ts';

type OwnCall = Pick<AuthCall<ProvinceAccounts>, 'site' | 'session' | 'principal'>;

/** All that is held about the account that asks; that it was handed out is in the log. */
export async function exportOwnData({ site, session, principal }: OwnCall): Promise<AccountExport> {
  const all = await exportAccount(site.kernel, site.province, session.account);
  const ctx = site.context(principal.actor);
  await ctx.change(async (trx) => {
    ctx.publish(trx, 'account.exported', { subject: session.account, data: { account: session.account, request: null } });
    return null;
  });
  return all;
}

/** Erases the account that asks, in every module. @throws Problem 409 for staff */
export async function eraseOwnAccount({ site: { kernel, province }, session, principal }: OwnCall): Promise<void> {
  await eraseAccount(kernel, province, session.account, principal.actor);
}
