import type { AccountSite } from '../../identity/account-site.ts';
import { showPassword } from '../../identity/passwords.ts';
import { showSecondFactor } from '../../identity/second-factor.ts';
import { markConfirmed } from '../../identity/sessions.ts';
import { beginTry } from '../../identity/sign-in-places.ts';
import { invalid, Problem } from '../../plugin/problem.ts';
import type { AuthCall } from './endpoint.ts';

/**
 * Shows again who somebody is: with their second factor where they have one, otherwise with their password.
 *
 * @throws Problem 409 for an account with neither, whose owner signs in again; 422, 429
 */
export async function confirm({ site, session, network }: AuthCall<AccountSite>, shown: { password?: string | undefined; code?: string | undefined }): Promise<void> {
  if (session.enrolled) {
    if (shown.code === undefined) throw invalid('body.code', { vi: 'hãy nhập mã xác thực', en: 'the code of the second factor is needed' });
    const attempt = await beginTry(site, { what: `second-factor|${session.account}`, network });
    await showSecondFactor(site, session, shown.code);
    await attempt.succeeded();
    return;
  }
  if (!session.hasPassword) throw nothingToShow();
  if (shown.password === undefined) throw invalid('body.password', { vi: 'hãy nhập mật khẩu', en: 'the password is needed' });
  await showPassword(site, session.account, shown.password, network);
  await markConfirmed(site, session);
}

function nothingToShow(): Problem {
  return new Problem(409, 'sign-in-again', {
    vi: 'Tài khoản của bạn không có mật khẩu: hãy đăng xuất rồi đăng nhập lại.',
    en: 'Your account has no password: please sign out and sign in again.',
  });
}
