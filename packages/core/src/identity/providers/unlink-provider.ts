import { notFound, Problem } from '../../plugin/problem.ts';
import { accountActor } from '../account-site.ts';
import type { ProvinceAccounts } from '../province-accounts.ts';

/** Takes the account's link with a provider away. @throws Problem 404 where there is none, 409 for the last way in */
export async function unlinkProvider(site: ProvinceAccounts, account: string, provider: string): Promise<void> {
  await site.change(accountActor(account), async (trx, record) => {
    const { phoneNumber } = await trx.selectFrom('identity.user').select('phoneNumber').where('id', '=', account).forUpdate().executeTakeFirstOrThrow();
    const ways = await trx.selectFrom('identity.account').select('providerId').where('userId', '=', account).execute();
    const others = ways.filter(({ providerId }) => providerId !== provider);
    if (others.length === ways.length) throw notFound({ vi: 'liên kết', en: 'Link' });
    if (others.length === 0 && phoneNumber === null) throw lastWayIn();
    await trx.deleteFrom('identity.account').where('userId', '=', account).where('providerId', '=', provider).execute();
    record('account.unlinked', account, { account, provider });
  });
}

function lastWayIn(): Problem {
  return new Problem(
    409,
    'last-way-in',
    { vi: 'Đây là cách đăng nhập duy nhất của bạn.', en: 'This is your only way in.' },
    { detail: { vi: 'Hãy đặt mật khẩu trước, qua trang quên mật khẩu.', en: 'Set a password first, on the page for forgotten passwords.' } },
  );
}
