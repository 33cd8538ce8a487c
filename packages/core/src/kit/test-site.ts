import { randomBytes } from 'node:crypto';
import type { Hono } from 'hono';
import type { OpenKernel } from '../create-kernel.ts';
import type { Environment } from '../http/environment.ts';
import type { AccountSite } from '../identity/account-site.ts';
import { addAccount, setMember } from '../identity/create-account.ts';
import { type NationalSiteName, nationalAccounts } from '../identity/national-accounts.ts';
import { hashOfKey } from '../identity/principals.ts';
import { provinceAccounts } from '../identity/province-accounts.ts';
import { openSession } from '../identity/sign-in.ts';
import { fromBase32, totpCode } from '../identity/totp.ts';
import { system } from '../identity/principal.ts';
import { createContext } from '../modules/create-context.ts';
import { setModuleSettings, switchModule } from '../modules/switch-module.ts';
import type { Context, ModuleTypes } from '../plugin/context.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

export type TestRequest = RequestInit & {
  json?: unknown;
  /** A `Cookie` header of a session, or an API key. */
  as?: string;
};

/** One host of the app. */
export interface TestSite {
  readonly host: string;
  /** A request at this host, through the whole app. */
  request(path: string, init?: TestRequest): Promise<Response>;
}

export interface TestMember {
  readonly name: string;
  /** Default: the name at the site's own domain. */
  readonly email?: string;
  readonly password?: string;
}

export interface TestProvince extends TestSite {
  readonly id: string;
  /** The row of the registry as it is now. */
  now(): Province;
  /** Makes an account with these roles and answers the `Cookie` header of its session. */
  signIn(member: TestMember & { roles: readonly string[]; agency?: string; communes?: readonly string[] }): Promise<string>;
  /** Makes an API key and answers it. */
  key(scopes: readonly string[]): Promise<string>;
  /** Makes or changes a role; `when` narrows a grant, for example `{ commune: { $in: '$mine.communes' } }`. */
  role(id: string, grants: readonly Grant[]): Promise<void>;
  /** Switches a module on or off here alone. */
  switch(plugin: string, to: 'on' | 'off'): Promise<void>;
  /** Gives a module its settings here alone. */
  set(plugin: string, settings: object): Promise<void>;
  /** A module's context as background work sees it, for as long as `work` runs. */
  inside<M extends ModuleTypes, T>(plugin: string, work: (ctx: Context<M>) => Promise<T>): Promise<T>;
  database<T>(work: (database: ProvinceDatabase) => Promise<T>): Promise<T>;
}

export interface TestNationalSite extends TestSite {
  /** Makes a member of this site and answers the `Cookie` header of their session. */
  signIn(member: TestMember): Promise<string>;
}

export const testPassword = 'mat-khau-thu-nghiem';

export function testProvince(kernel: OpenKernel, app: Hono<Environment>, id: string): TestProvince {
  const now = () => kernel.registry.byId(id)!;
  const site = testSite(app, now().tenant.hosts[0]!);
  const database: TestProvince['database'] = (work) => kernel.pools.use(now(), work);
  return {
    ...site,
    id,
    now,
    database,
    async signIn({ name, roles, agency, communes, email = `${name}@${id}.example`, password = testPassword }) {
      return database(async (province) => {
        const accounts = provinceAccounts(kernel, now(), province);
        const account = await accountOf(accounts, { email, name, password });
        await setMember(province, { account, roles, agency: agency ?? null, communes: communes ?? [] });
        await kernel.organisations.load(now(), province);
        return sessionOf(accounts, account);
      });
    },
    async key(scopes) {
      const key = `ttk_${randomBytes(12).toString('hex')}`;
      await database(({ db }) => db.insertInto('core.api_keys').values({ name: 'test', hash: hashOfKey(key), scopes: [...scopes] }).execute());
      return key;
    },
    async role(role, grants) {
      const row = { title: JSON.stringify({ vi: role }), grants: JSON.stringify(grants) };
      await database(({ db }) => db.insertInto('core.roles').values({ id: role, ...row }).onConflict((oc) => oc.column('id').doUpdateSet(row)).execute());
      kernel.registry.bus.send({ topic: 'access', province: id });
    },
    switch: async (plugin, to) => void (await switchModule(kernel, now(), kernel.plugins.get(plugin)!, to)),
    set: (plugin, settings) => setModuleSettings(kernel, now(), kernel.plugins.get(plugin)!, settings),
    inside: (plugin, work) =>
      database(async (province) => {
        await kernel.organisations.load(now(), province);
        return work(createContext({ kernel, province: now(), plugin: kernel.plugins.get(plugin)!, database: province, principal: system }) as never);
      }),
  };
}

export function testNationalSite(kernel: OpenKernel, app: Hono<Environment>, name: NationalSiteName): TestNationalSite {
  const site = testSite(app, kernel.siteHosts[name]);
  return {
    ...site,
    async signIn({ name: person, email = `${person}@${name}.example`, password = testPassword }) {
      const accounts = await nationalAccounts(kernel, name, false);
      const account = await accountOf(accounts, { email, name: person, password });
      await kernel.registry.db.insertInto('registry.national_members').values({ account, site: name, admitted_at: kernel.now(), disabled_at: null }).execute();
      const session = await sessionOf(accounts, account);
      await setUpSecondFactor(site, session, kernel.now());
      return session;
    },
  };
}

export function testSite(app: Hono<Environment>, host: string): TestSite {
  return {
    host,
    async request(path, { json, as, ...init } = {}) {
      const headers = new Headers(init.headers);
      headers.set('host', host);
      if (as !== undefined) headers.set(as.startsWith('tt-session') ? 'cookie' : 'authorization', as.startsWith('tt-session') ? as : `Bearer ${as}`);
      if (json !== undefined) headers.set('content-type', 'application/json');
      const body = json === undefined ? init.body : JSON.stringify(json);
      return app.request(`http://${host}${path}`, { method: json === undefined ? 'GET' : 'POST', ...init, headers, ...(body !== undefined && { body }) });
    },
  };
}

/** The second factor that the national sites ask for, set up as a person would. Answers its secret, base32. */
export async function setUpSecondFactor(site: TestSite, as: string, now: Date): Promise<string> {
  const { secret } = (await (await site.request('/api/auth/second-factor/enrol', { method: 'POST', as })).json()) as { secret: string };
  const begun = await site.request('/api/auth/second-factor/begin', { as, json: { code: totpCode(fromBase32(secret), now) } });
  if (begun.status !== 200) throw new Error(`no second factor: ${begun.status} ${await begun.text()}`);
  return secret;
}

// On purpose a tenth of a second of CPU for each: worlds sign hundreds of people in.
const hashes = new Map<string, Promise<string>>();

async function accountOf(site: AccountSite, { password, ...person }: Required<TestMember>): Promise<string> {
  const auth = await site.auth();
  if (!hashes.has(password)) hashes.set(password, auth.$context.then((context) => context.password.hash(password)));
  return addAccount(auth, person, () => hashes.get(password)!);
}

/** Without asking for the password: what that does is tested at the form. */
async function sessionOf(site: AccountSite, account: string): Promise<string> {
  const { cookies } = await openSession(site, account, 'password', new Headers());
  return cookies[0]!.split(';')[0]!;
}
