import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { abilityOf } from '../access/ability.ts';
import { keyFor } from '../secrets/envelope.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province, Registry } from '../tenancy/registry.ts';
import type { Auth } from './auth.ts';
import { identityOf } from './identity-tables.ts';
import { ofVisit, visitPrefix } from './operator-visits.ts';
import { anonymous, noRights, type Principal, rejected } from './principal.ts';
import { readSession, tokenOf } from './read-session.ts';
import { sessionCookieName } from './session-cookie.ts';

export interface Principals {
  /** The caller of a request: API key, session or nobody. `seen: false` asks without a person there: a session goes on growing idle. */
  of(province: Province, database: ProvinceDatabase, headers: Headers, asking?: { readonly seen: boolean }): Promise<Principal>;
  auth(province: Province, database: ProvinceDatabase): Promise<Auth>;
}

/** A principal, and the moment from which it is none any more whatever the memory says. */
export interface Lasting {
  readonly principal: Principal;
  readonly until: Date | null;
}

const unknown: Lasting = { principal: rejected, until: null };

// A change counts at once on this node and by NOTIFY on the others; this is for the day a notification is lost.
const rememberMs = 15_000;

/** Looks up who calls, and remembers it until anything about access changes in that province. */
export function createPrincipals(options: { registry: Registry; secure: boolean; log: Logger }): Principals {
  const { registry, secure, log } = options;
  const remembered = new Map<string, LRUCache<string, Lasting>>();
  // An auth instance belongs to the pool it works on and goes with it.
  const auths = new WeakMap<ProvinceDatabase, Promise<Auth>>();
  const cookieName = sessionCookieName(secure);
  registry.bus.on('access', ({ province }) => remembered.delete(province));
  registry.bus.onGap(() => remembered.clear());

  const secretFor = (province: Province) => keyFor(province.dataKey, 'sessions').toString('hex');

  async function openAuth(province: Province, database: ProvinceDatabase): Promise<Auth> {
    const { createAuth } = await import('./auth.ts');
    return createAuth({
      db: identityOf(database.db),
      secret: secretFor(province),
      secure,
      admits: (account) => isEnabled(database, account),
      log: { error: (message) => log.error({ province: province.id }, message) },
    });
  }

  function auth(province: Province, database: ProvinceDatabase): Promise<Auth> {
    let found = auths.get(database);
    if (found === undefined) auths.set(database, (found = openAuth(province, database)));
    return found;
  }

  return {
    auth,
    async of(province, database, headers, { seen } = { seen: true }) {
      const bearer = /^Bearer (\S{8,200})$/.exec(headers.get('authorization') ?? '')?.[1];
      const cookie = bearer === undefined ? cookieValue(headers.get('cookie'), cookieName) : undefined;
      const credential = bearer ?? cookie;
      if (credential === undefined) return headers.has('authorization') ? rejected : anonymous;
      let cache = remembered.get(province.id);
      if (cache === undefined) remembered.set(province.id, (cache = new LRUCache({ max: 5_000, ttl: rememberMs })));
      const known = cache.get(credential);
      if (known !== undefined && !isOver(known)) return known.principal;
      // Cookies that anybody can make up, of whatever length, are not worth remembering.
      if (cookie !== undefined && tokenOf(secretFor(province), cookie) === undefined) return rejected;
      const found = cookie !== undefined
        ? await ofSession(database, secretFor(province), cookie, seen)
        : credential.startsWith(visitPrefix)
          ? await ofVisit(registry, province, database, credential)
          : await ofKey(database, credential);
      // A change that came in meanwhile has replaced the cache: then this answer is not kept.
      if (remembered.get(province.id) === cache) cache.set(credential, found ?? unknown);
      return (found ?? unknown).principal;
    },
  };
}

const isOver = ({ until }: Lasting) => until !== null && until.getTime() <= Date.now();

/** API keys are kept as hashes: whoever reads the table cannot call with them. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

/** Whoever may do more than a citizen. */
const isStaff = sql<boolean>`exists (
  select from core.members as member join core.roles as role on role.id = any(member.roles)
  where member.account = session."userId" and jsonb_array_length(role.grants) > 0
)`;

async function ofSession(database: ProvinceDatabase, secret: string, cookie: string, seen: boolean): Promise<Lasting | undefined> {
  const session = await readSession(identityOf(database.db), secret, cookie, isStaff, seen);
  if (session === undefined) return undefined;
  const { account: id, name, email, expiresAt: until } = session;
  if (session.enrolled && session.secondFactorAt === null) return { principal: { ...rejected, session, lacks: 'second-factor' }, until };
  const member = await database.db
    .selectFrom('core.members')
    .select(['agency', 'communes', 'roles'])
    .where('account', '=', id)
    .executeTakeFirst();
  const roles = member?.roles ?? [];
  const held = roles.length === 0 ? [] : await database.db.selectFrom('core.roles').select(['grants', 'second_factor']).where('id', 'in', roles).execute();
  const lacks = !session.enrolled && held.some(({ second_factor }) => second_factor) ? 'enrolment' : null;
  const actor = { kind: 'account', id, agency: member?.agency ?? null, communes: member?.communes ?? [] } as const;
  const ability = lacks === null ? abilityOf(held.flatMap(({ grants }) => grants), actor) : noRights;
  return { principal: { actor, ability, name, email, roles, rejected: false, session, lacks }, until };
}

async function ofKey({ db }: ProvinceDatabase, key: string): Promise<Lasting | undefined> {
  const row = await db
    .selectFrom('core.api_keys')
    .select(['id', 'name', 'scopes', 'expires_at as until'])
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]))
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const actor = { kind: 'key', id: row.id, agency: null, communes: [] } as const;
  const grants = row.scopes.map((permission): Grant => ({ permission }));
  return { principal: { ...anonymous, actor, ability: abilityOf(grants, actor), name: row.name }, until: row.until };
}

async function isEnabled({ db }: ProvinceDatabase, account: string): Promise<boolean> {
  const disabled = await db.selectFrom('core.members').select('account').where('account', '=', account).where('disabled_at', 'is not', null).executeTakeFirst();
  return disabled === undefined;
}

export function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}
