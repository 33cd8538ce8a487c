import { Problem } from '../plugin/problem.ts';
import { type AccountSite, accountActor } from './account-site.ts';
import type { Principal } from './principal.ts';
import { beginTry } from './sign-in-places.ts';

export interface SignedIn {
  readonly principal: Principal;
  /** `Set-Cookie` lines of the new session. */
  readonly cookies: readonly string[];
}

export type WayIn = 'password' | 'phone' | 'provider' | 'invitation';

/** @throws Problem 401 that tells nothing of what was wrong, 429 after too many failures */
export async function signInWithPassword(site: AccountSite, credentials: { email: string; password: string }, network: string, headers: Headers): Promise<SignedIn> {
  const attempt = await beginTry(site, { what: `password|${credentials.email.toLowerCase()}`, network });
  const { api } = await site.auth();
  const answer = await api.signInEmail({ body: credentials, headers: plain(headers), asResponse: true });
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
  if (!answer.ok) throw refused();
  const { user } = (await answer.json()) as { user: { id: string } };
  await attempt.succeeded();
  return signedIn(site, answer, user.id, 'password');
}

/** A new session for somebody who proved otherwise who they are. @throws Problem 401 where the account is not let in */
export async function openSession(site: AccountSite, account: string, way: WayIn, headers: Headers): Promise<SignedIn> {
  const { api } = await site.auth();
  const answer = await api.openSession({ body: { account }, headers: plain(headers), asResponse: true });
  if (answer.status >= 500) throw new Error(`better-auth answered ${answer.status}`);
  if (!answer.ok) throw refused();
  return signedIn(site, answer, account, way);
}

async function signedIn(site: AccountSite, answer: Response, account: string, way: WayIn): Promise<SignedIn> {
  const cookies = answer.headers.getSetCookie();
  const cookie = cookies.map((line) => line.split(';')[0]).join('; ');
  const principal = await site.principal(new Headers({ cookie }));
  await site.change(accountActor(account), async (_trx, record) => record('account.signed-in', account, { account, way }));
  return { principal, cookies };
}

/** Of what the browser sent, what better-auth may see: the device, for the list of sessions. */
function plain(headers: Headers): Headers {
  const device = headers.get('user-agent');
  return new Headers(device === null ? {} : { 'user-agent': device.slice(0, 400) });
}

function refused(): Problem {
  return new Problem(401, 'invalid-email-or-password', { vi: 'E-mail hoặc mật khẩu chưa đúng.', en: 'E-mail or password is not right.' });
}
