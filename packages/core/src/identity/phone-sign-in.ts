import { randomUUID } from 'node:crypto';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { invalid, Problem } from '../plugin/problem.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import { accountActor } from './account-site.ts';
import { countPhoneCode } from './count-phone-code.ts';
import { identityOf } from './identity-tables.ts';
import { countTry, digitsOf, issue, look, sameText, take } from './one-time.ts';
import { anonymous } from './principal.ts';
import type { ProvinceAccounts } from './province-accounts.ts';
import { noAddress } from './read-session.ts';
import { wrongCode } from './second-factor.ts';
import { type Attempt, beginTry, forgive } from './sign-in-places.ts';

export interface PhoneCodeData {
  /** E.164. */
  readonly phone: string;
}

const lastsMs = 5 * 60_000;
const mostTries = 5;
const whatHelps = { vi: 'Hãy nhập mã trong tin nhắn mới nhất.', en: 'Enter the code of the newest message.' };

/** Sends a code, whether or not the number has an account yet. Answers what the code is to be shown with. @throws Problem 403, 422, 429 */
export async function requestPhoneCode(site: ProvinceAccounts, typed: string, network: string): Promise<{ request: string; expiresAt: Date }> {
  await refuseUnlessOpen(site);
  const phone = toE164(typed);
  await site.rateLimits('phone code by number', 2)(`${site.name}|${phone}`);
  await site.rateLimits('phone code by address', 5)(`${site.name}|${network}`);
  await beginTry(site, askedBy(phone, network));
  const expiresAt = new Date(site.now().getTime() + lastsMs);
  const ctx = site.context(anonymous.actor);
  return ctx.change(async (trx) => {
    await countPhoneCode(trx, site.now());
    const request = await issue(identityOf(trx), { purpose: 'phone-code', data: { phone } satisfies PhoneCodeData, expiresAt });
    ctx.enqueue(trx, 'send-account-code', { id: request });
    return { request, expiresAt };
  });
}

/** The account of whoever shows the code; a number that has none gets one. @throws Problem 401, 429 */
export async function accountOfPhoneCode(site: ProvinceAccounts, { request, code }: { request: string; code: string }, network: string): Promise<string> {
  await refuseUnlessOpen(site);
  const found = await look<PhoneCodeData>(site.db, 'phone-code', request, site.now());
  if (found === undefined || !(await countTry(site.db, 'phone-code', request, mostTries))) throw wrongCode(whatHelps);
  // A new code does not give new tries without end.
  const attempt = await beginTry(site, { what: `phone|${found.data.phone}`, network });
  if (!sameText(code, digitsOf(site.key, 'phone-code', request))) throw wrongCode(whatHelps);
  await attempt.succeeded();
  await forgive(site, askedBy(found.data.phone, network));
  const newcomer = randomUUID();
  return site.change(accountActor(newcomer), async (trx, record) => {
    const taken = await take<PhoneCodeData>(trx, 'phone-code', request, site.now());
    if (taken === undefined) throw wrongCode(whatHelps);
    const { phone } = taken.data;
    const known = await trx.selectFrom('identity.user').select('id').where('phoneNumber', '=', phone).executeTakeFirst();
    if (known !== undefined) return known.id;
    await trx
      .insertInto('identity.user')
      .values({ id: newcomer, name: 'Người dân', email: newcomer + noAddress, phoneNumber: phone })
      .execute();
    record('account.joined', newcomer, { account: newcomer, invitation: null });
    return newcomer;
  });
}

/** A message costs the province money: codes that nobody uses make the next one wait, as wrong passwords do. */
function askedBy(phone: string, network: string): Attempt {
  return { what: `phone-code|${phone}`, network };
}

/**
 * As people write it, to E.164. Mobile phones of Vietnam alone: what is sent to a number abroad can earn its owner money.
 *
 * @throws Problem 422
 */
function toE164(typed: string): string {
  const parsed = parsePhoneNumberFromString(typed, 'VN');
  if (parsed?.country !== 'VN' || parsed.getType() !== 'MOBILE') {
    throw invalid('body.phone', { vi: 'không phải số di động Việt Nam', en: 'is no mobile number of Vietnam' });
  }
  return parsed.number;
}

/** Whether the province offers it: switched on, and text messages not switched off. */
export async function offersPhoneSignIn({ db }: Pick<ProvinceDatabase, 'db'>): Promise<boolean> {
  const offer = await db
    .selectFrom('core.access_policy')
    .select('phone_sign_in')
    .where('phone_sign_in', '=', true)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('core.channels').select('channel').where('channel', '=', 'sms').where('on', '=', false))))
    .executeTakeFirst();
  return offer !== undefined;
}

async function refuseUnlessOpen(site: ProvinceAccounts): Promise<void> {
  if (!(await offersPhoneSignIn(site.context(anonymous.actor)))) {
    throw new Problem(403, 'phone-sign-in-off', { vi: 'Tỉnh này không đăng nhập bằng điện thoại.', en: 'This province has no sign-in by phone.' });
  }
}
