import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { abilityOf } from '../access/ability.ts';
import { keyFor } from '../database/envelope.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province, Registry } from '../tenancy/registry.ts';
import { type Auth, createAuth, sessionCookieName } from './auth.ts';
import { anonymous, type Principal, rejected } from './principal.ts';

export interface Principals {
  /** The caller of a request: API key, session or nobody. */
  of(province: Province, database: ProvinceDatabase, headers: Headers): Promise<Principal>;
  auth(province: Province, database: ProvinceDatabase): Auth;
}

// A change counts at once on this node and by NOTIFY on the others; this is for the day a notification is lost.
const rememberMs = 15_000;

/** Looks up who calls, and remembers it until anything about access changes in that province. */
export function createPrincipals(options: { registry: Registry; secure: boolean; log: Logger }): Principals {
  const { registry, secure, log } = options;
  const remembered = new Map<string, LRUCache<string, Principal>>();
  // An auth instance belongs to the pool it works on and goes with it.
  const auths = new WeakMap<ProvinceDatabase, Auth>();
  const cookieName = sessionCookieName(secure);
  registry.bus.on('access', ({ province }) => remembered.delete(province));
  registry.bus.onGap(() => remembered.clear());

  function auth(province: Province, database: ProvinceDatabase): Auth {
    let found = auths.get(database);
    if (found === undefined) {
      found = createAuth({
        db: database.db as never,
        secret: keyFor(province.dataKey, 'sessions').toString('hex'),
        secure,
        log: { error: (message) => log.error({ province: province.id }, message) },
      });
      auths.set(database, found);
    }
    return found;
  }

  async function ofSession(province: Province, database: ProvinceDatabase, cookie: string): Promise<Principal> {
    // What is remembered under this value must come from this value: a request may carry several cookies of the name.
    const headers = new Headers({ cookie: `${cookieName}=${cookie}` });
    const session = await auth(province, database).api.getSession({ headers, query: { disableRefresh: true } });
    if (session === null) return rejected;
    const { id, name, email } = session.user;
    const member = await database.db
      .selectFrom('core.members')
      .select(['agency', 'communes', 'roles'])
      .where('account', '=', id)
      .executeTakeFirst();
    const roles = member?.roles ?? [];
    const grants = roles.length === 0 ? [] : await grantsOf(database, roles);
    const actor = { kind: 'account', id, agency: member?.agency ?? null, communes: member?.communes ?? [] } as const;
    return { actor, ability: abilityOf(grants, actor), name, email, roles, rejected: false };
  }

  return {
    auth,
    async of(province, database, headers) {
      const bearer = /^Bearer (\S{8,200})$/.exec(headers.get('authorization') ?? '')?.[1];
      const cookie = bearer === undefined ? cookieValue(headers.get('cookie'), cookieName) : undefined;
      const credential = bearer ?? cookie;
      if (credential === undefined) return headers.has('authorization') ? rejected : anonymous;
      let cache = remembered.get(province.id);
      if (cache === undefined) remembered.set(province.id, (cache = new LRUCache({ max: 5_000, ttl: rememberMs })));
      const known = cache.get(credential);
      if (known !== undefined) return known;
      const principal = cookie === undefined ? await ofKey(database, credential) : await ofSession(province, database, cookie);
      // A change that came in meanwhile has replaced the cache: then this answer is not kept.
      if (remembered.get(province.id) === cache) cache.set(credential, principal);
      return principal;
    },
  };
}

/** API keys are kept as hashes: whoever reads the table cannot call with them. */
export function hashOfKey(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}

async function ofKey({ db }: ProvinceDatabase, key: string): Promise<Principal> {
  const row = await db
    .selectFrom('core.api_keys')
    .select(['id', 'name', 'scopes'])
    .where('hash', '=', hashOfKey(key))
    .where('revoked_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', new Date())]))
    .executeTakeFirst();
  if (row === undefined) return rejected;
  const actor = { kind: 'key', id: row.id, agency: null, communes: [] } as const;
  const grants = row.scopes.map((permission): Grant => ({ permission }));
  return { actor, ability: abilityOf(grants, actor), name: row.name, email: null, roles: [], rejected: false };
}

async function grantsOf({ db }: ProvinceDatabase, roles: readonly string[]): Promise<Grant[]> {
  const rows = await db.selectFrom('core.roles').select('grants').where('id', 'in', roles).execute();
  return rows.flatMap(({ grants }) => grants);
}

function cookieValue(header: string | null, name: string): string | undefined {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}
