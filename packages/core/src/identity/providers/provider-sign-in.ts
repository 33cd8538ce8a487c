import { randomUUID } from 'node:crypto';
import type { JWTPayload } from 'jose';
import { type Kysely, sql } from 'kysely';
import { keyFor, mac, open } from '../../secrets/envelope.ts';
import { notFound, Problem } from '../../plugin/problem.ts';
import type { ClaimRule, ProvinceTables } from '../../tenancy/province-tables.ts';
import { accountActor } from '../account-site.ts';
import { giverOf, isStaff, mayGive, rolesOf } from '../handing-out.ts';
import type { IdentityTables } from '../identity-tables.ts';
import { idOf, issue, sameText, secretOf, take } from '../one-time.ts';
import { anonymous } from '../principal.ts';
import type { ProvinceAccounts } from '../province-accounts.ts';
import { fetchProvider } from './fetch-provider.ts';
import { authorizationUrl, beginSignIn, claimsOfCode, endSessionUrl, providerRefused, type ProviderSettings, type UnderWay } from './openid-provider.ts';

/** A sign-in under way; `browser` ties it to the one that began it. */
interface State extends UnderWay {
  readonly provider: string;
  readonly next: string;
  /** The account that asked for its link with the provider, where it did. */
  readonly linkTo: string | null;
}

const lastsMs = 10 * 60_000;

interface StoredProvider extends ProviderSettings {
  readonly claims: readonly ClaimRule[];
  /** The account by whose rights the claims give roles. */
  readonly setBy: string;
}

export const providerSecretPlace = (site: ProvinceAccounts, id: string) => `${site.name}|sign_in_providers|client_secret|${id}`;

async function providerOf(site: ProvinceAccounts, id: string): Promise<StoredProvider> {
  const row = await site.context(anonymous.actor).db.selectFrom('core.sign_in_providers').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound({ vi: 'nơi xác thực', en: 'Sign-in provider' });
  const clientSecret = open(site.sealing, providerSecretPlace(site, id), row.client_secret).toString();
  return { id, issuer: row.issuer, clientId: row.client_id, clientSecret, claims: row.claims, setBy: row.set_by };
}

/** Leaves for the provider. The `browser` secret goes into a cookie, so that nobody can be signed in with another's answer. */
export async function leaveFor(site: ProvinceAccounts, id: string, options: { next: string; linkTo: string | null; redirectUri: string }): Promise<{ url: string; browser: string }> {
  const provider = await providerOf(site, id);
  const underWay = beginSignIn(options.redirectUri);
  const state: State = { ...underWay, provider: id, next: options.next, linkTo: options.linkTo };
  const expiresAt = new Date(site.now().getTime() + lastsMs);
  const row = await issue(site.db, { purpose: 'provider-sign-in', account: options.linkTo, data: state, expiresAt });
  return { url: await authorizationUrl(fetchProvider(site.kernel.outbound), provider, underWay, secretOf(site.key, 'provider-sign-in', row)), browser: browserSecret(site, row) };
}

export interface CameBack {
  readonly account: string;
  readonly next: string;
}

/**
 * Comes back from the provider with its answer. The account is the one that is linked to this person at the provider;
 * else the one with the verified address, unless it may do more than a citizen; else a new one.
 *
 * @throws Problem 401 for an answer that is not genuine, 403 where somebody must first link their account themselves
 */
export async function comeBackFrom(
  site: ProvinceAccounts,
  id: string,
  answer: { state: string; code: string | undefined; issuer: string | undefined; browser: string | undefined },
): Promise<CameBack> {
  const row = idOf(site.key, 'provider-sign-in', answer.state);
  if (row === undefined || answer.browser === undefined || !sameText(answer.browser, browserSecret(site, row))) throw providerRefused();
  const taken = await site.db.transaction().execute((trx) => take<State>(trx, 'provider-sign-in', row, site.now()));
  if (taken === undefined || taken.data.provider !== id || answer.code === undefined) throw providerRefused();
  const provider = await providerOf(site, id);
  const claims = await claimsOfCode(fetchProvider(site.kernel.outbound), provider, taken.data, { code: answer.code, issuer: answer.issuer });
  return { account: await accountFor(site, provider, claims, taken.data.linkTo), next: taken.data.next };
}

/** Where the browser ends the session at the provider too, if the provider has such a place. */
export async function leaveProvider(site: ProvinceAccounts, id: string, returnTo: string): Promise<string | null> {
  return (await endSessionUrl(fetchProvider(site.kernel.outbound), await providerOf(site, id), returnTo)) ?? null;
}

async function accountFor(site: ProvinceAccounts, provider: StoredProvider, claims: JWTPayload, linkTo: string | null): Promise<string> {
  const subject = claims.sub!;
  const email = claims['email_verified'] === true && typeof claims['email'] === 'string' ? claims['email'].toLowerCase() : undefined;
  const newcomer = randomUUID();
  const ctx = site.context(accountActor(linkTo ?? newcomer));
  const account = await ctx.change(async (trx) => {
    // The people of another issuer are others, under the same numbers.
    const same = await trx.selectFrom('core.sign_in_providers').select('id').where('id', '=', provider.id).where('issuer', '=', provider.issuer).forShare().executeTakeFirst();
    if (same === undefined) throw providerRefused();
    const linked = await trx
      .selectFrom('identity.account')
      .select('userId')
      .where('providerId', '=', provider.id)
      .where('accountId', '=', subject)
      .executeTakeFirst();
    if (linked !== undefined) {
      if (linkTo !== null && linked.userId !== linkTo) throw linkedElsewhere();
      return linked.userId;
    }
    const known = linkTo ?? (email && (await trx.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirst())?.id);
    if (known && linkTo === null) {
      // The provider's word alone must not open what a password and a second factor guard.
      if (await isStaff(trx, known)) throw mustLinkFirst();
    }
    const found = known || newcomer;
    if (!known) {
      if (email === undefined) throw addressNeeded();
      const name = typeof claims['name'] === 'string' && claims['name'].trim() !== '' ? claims['name'].normalize('NFC').trim().slice(0, 100) : email;
      await trx.insertInto('identity.user').values({ id: found, name, email, emailVerified: true, phoneNumber: null }).execute();
    }
    await trx
      .insertInto('identity.account')
      .values({ id: randomUUID(), accountId: subject, providerId: provider.id, userId: found, password: null })
      .execute();
    ctx.publish(trx, 'account.linked', { subject: found, data: { account: found, provider: provider.id } });
    const given = known ? [] : await stillGiven(trx, provider, claims);
    if (given.length > 0) {
      const terms = { roles: [...new Set(given.flatMap(({ roles }) => roles))], agency: given.find(({ agency }) => agency)?.agency ?? null, communes: [] };
      await trx.insertInto('core.members').values({ account: found, ...terms }).execute();
      ctx.publish(trx, 'account.changed', { subject: found, data: { account: found, ...terms } });
    }
    return found;
  });
  site.accessChanged();
  return account;
}

/** What claims give: a role may have got more rights since, and whoever set the provider up may have lost theirs. */
async function stillGiven(trx: Kysely<ProvinceTables>, { claims: rules, setBy }: StoredProvider, claims: JWTPayload): Promise<readonly ClaimRule[]> {
  const meant = rules.filter(({ claim, value }) => holdsValue(claims[claim], value));
  const [giver, roles] = [await giverOf(trx, setBy), await rolesOf(trx, meant.flatMap((rule) => rule.roles))];
  const mayBeGiven = new Set(roles.filter((role) => mayGive(giver, role)).map(({ id }) => id));
  return meant.filter((rule) => rule.roles.every((id) => mayBeGiven.has(id)));
}

/** Takes away every link with a provider, and the sign-ins under way: whoever comes under this name later may be another. */
export async function forgetProvider(trx: Kysely<IdentityTables>, id: string): Promise<void> {
  await trx.deleteFrom('identity.account').where('providerId', '=', id).execute();
  await trx.deleteFrom('identity.one_time').where('purpose', '=', 'provider-sign-in').where(sql<boolean>`data ->> 'provider' = ${id}`).execute();
}

function holdsValue(claim: unknown, value: string): boolean {
  return Array.isArray(claim) ? claim.includes(value) : claim === value;
}

function browserSecret(site: ProvinceAccounts, row: string): string {
  return mac(keyFor(site.key, 'provider-browser'), row).toString('base64url');
}

function mustLinkFirst(): Problem {
  return new Problem(
    403,
    'link-first',
    { vi: 'Tài khoản cán bộ có địa chỉ này chưa liên kết với nơi xác thực.', en: 'The staff account with this address is not linked with the provider yet.' },
    { detail: { vi: 'Hãy đăng nhập bằng mật khẩu, rồi liên kết trong trang tài khoản.', en: 'Sign in with your password, then link it on the account page.' } },
  );
}

function linkedElsewhere(): Problem {
  return new Problem(409, 'linked-elsewhere', { vi: 'Danh tính này đã liên kết với một tài khoản khác.', en: 'This identity is linked with another account already.' });
}

function addressNeeded(): Problem {
  return new Problem(403, 'address-not-verified', {
    vi: 'Nơi xác thực chưa xác nhận địa chỉ e-mail của bạn.',
    en: 'The provider has not verified your e-mail address.',
  });
}
