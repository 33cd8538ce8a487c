import { type Kysely, sql } from 'kysely';
import { keyFor, open } from '../secrets/envelope.ts';
import type { Kernel } from '../kernel.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { RegistryTables } from '../tenancy/registry-tables.ts';
import type { AccountSite } from './account-site.ts';
import type { Auth } from './auth.ts';
import { identityOf } from './identity-tables.ts';
import { anonymous, type Principal, rejected } from './principal.ts';
import { cookieValue, hashOfKey } from './principals.ts';
import { readSession } from './read-session.ts';
import { sessionCookieName } from './session-cookie.ts';

export type NationalSiteName = 'ministry' | 'platform';

export interface NationalAccounts extends AccountSite {
  readonly name: NationalSiteName;
  readonly registry: Kysely<RegistryTables>;
  /** To be called when somebody is shut out: a pass of theirs is remembered in no province any more. */
  accessChanged(): void;
}

export const nationalTitles = {
  ministry: { vi: 'Cổng của bộ', en: 'For ministries' },
  platform: { vi: 'Vận hành nền tảng', en: 'Platform operation' },
} as const;

/** Accounts of the ministry or of the platform's operators: in the registry, never in a province. An account is of one site. */
export async function nationalAccounts(kernel: Kernel, name: NationalSiteName, secure: boolean): Promise<NationalAccounts> {
  const { registry } = kernel;
  const { db } = registry;
  const sealed = await db.selectFrom('registry.signing_keys').select('secret').where('purpose', '=', 'national').executeTakeFirstOrThrow();
  const national = open(registry.masterKey, 'registry|signing_keys|secret|national', sealed.secret);
  // A session of one site is no session of the other.
  const secret = `${name}:${national.toString('hex')}`;
  const memberOf = (account: string) =>
    db.selectFrom('registry.national_members').select('second_factor').where('account', '=', account).where('site', '=', name).where('disabled_at', 'is', null).executeTakeFirst();

  async function openAuth(): Promise<Auth> {
    const { createAuth } = await import('./auth.ts');
    return createAuth({
      db: identityOf(db),
      secret,
      secure,
      admits: async (account) => (await memberOf(account)) !== undefined,
      log: { error: (message) => kernel.log.error(message) },
    });
  }
  let auth: Promise<Auth> | undefined;

  /** Keys are the ministry's alone: nothing of the platform is done by a program. */
  async function ofKey(key: string): Promise<Principal> {
    const row = await db
      .selectFrom('registry.ministry_keys')
      .select(['id', 'name'])
      .where('hash', '=', hashOfKey(key))
      .where('revoked_at', 'is', null)
      .where('expires_at', '>', new Date())
      .executeTakeFirst();
    return row === undefined || name !== 'ministry' ? rejected : { ...anonymous, actor: { ...anonymous.actor, kind: 'key', id: row.id }, name: row.name };
  }

  async function principal(headers: Headers): Promise<Principal> {
    const authorization = headers.get('authorization');
    if (authorization !== null) return ofKey(/^Bearer (\S{8,200})$/.exec(authorization)?.[1] ?? '');
    const cookie = cookieValue(headers.get('cookie'), sessionCookieName(secure));
    if (cookie === undefined) return anonymous;
    const session = await readSession(identityOf(db), secret, cookie, sql`true`);
    const member = session && (await memberOf(session.account));
    if (session === undefined || member === undefined) return rejected;
    if (session.enrolled && session.secondFactorAt === null) return { ...rejected, session, lacks: 'second-factor' };
    const { account: id, name: person, email } = session;
    const lacks = member.second_factor && !session.enrolled ? 'enrolment' : null;
    return { ...anonymous, actor: { ...anonymous.actor, kind: 'account', id }, name: person, email, session, lacks };
  }

  return {
    name,
    title: nationalTitles[name],
    auth: () => (auth ??= openAuth()),
    db: identityOf(db),
    registry: db,
    key: keyFor(national, `identity|${name}`),
    get sealing() {
      return registry.masterKey;
    },
    now: kernel.now,
    rateLimits: kernel.rateLimits,
    principal,
    accessChanged() {
      for (const { id } of registry.provinces()) registry.bus.send({ topic: 'access', province: id });
    },
    change: (actor, work) =>
      db.transaction().execute(async (trx) => {
        const acts: Promise<void>[] = [];
        const result = await work(identityOf(trx), (type, _subject, data) => void acts.push(recordAct(trx, { type, actor: actor.id ?? 'system', data: { site: name, ...data } })));
        await Promise.all(acts);
        return result;
      }),
  };
}
