import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { inject } from 'vitest';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { createApp } from '../http/app.ts';
import type { Environment } from '../http/environment.ts';
import { nationalSite } from '../http/national-site.ts';
import { createAccount, setMember } from '../identity/create-account.ts';
import { hashOfKey } from '../identity/principals.ts';
import { system } from '../identity/principal.ts';
import type { Batch, Engine } from '../jobs/engine.ts';
import { createContext } from '../modules/create-context.ts';
import { switchModule } from '../modules/switch-module.ts';
import type { Context, ModuleTypes } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { startWork } from '../start-work.ts';
import { onboard } from '../tenancy/onboard.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import { onDatabase, type Province } from '../tenancy/registry.ts';
import type { ProvinceTemplate } from '../tenancy/template.ts';

export interface TestProvince {
  readonly id: string;
  readonly host: string;
  /** The row of the registry as it is now. */
  now(): Province;
  /** A request at the province's own host, through the whole app. */
  request(path: string, init?: RequestInit & { json?: unknown; as?: string }): Promise<Response>;
  /** Makes an account with these roles and answers the `Cookie` header of its session. */
  signIn(member: { name: string; roles: readonly string[]; agency?: string; communes?: readonly string[] }): Promise<string>;
  /** Makes an API key and answers it. */
  key(scopes: readonly string[]): Promise<string>;
  /** A module's context as background work sees it, for as long as `work` runs. */
  inside<M extends ModuleTypes, T>(plugin: string, work: (ctx: Context<M>) => Promise<T>): Promise<T>;
  database<T>(work: (database: ProvinceDatabase) => Promise<T>): Promise<T>;
}

export interface TestWorld extends AsyncDisposable {
  readonly kernel: OpenKernel;
  readonly app: Hono<Environment>;
  /** Every line the kernel logged, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  province(id: string): TestProvince;
  /** Waits until every event is sealed and folded and no task is ready. */
  settled(): Promise<void>;
}

export interface TestWorldOptions {
  readonly plugins: readonly Plugin[];
  /** Provinces to onboard. Default: two small ones, `hue` and `dak-lak`. */
  readonly provinces?: readonly ProvinceTemplate[];
  readonly now?: () => Date;
}

const password = 'mat-khau-thu-nghiem';

/**
 * The whole system in this process on a real PostgreSQL: a control database of its own, provinces provisioned as in
 * production, background work running. Only the queue engine is replaced, by one that hands batches straight over.
 */
export async function testWorld(options: TestWorldOptions): Promise<TestWorld> {
  const adminUrl = inject('adminUrl');
  const control = `tt_test_${randomBytes(5).toString('hex')}`;
  await onServer(adminUrl, `create database ${control}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'tinhthong-test-'));
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const kernel = await createKernel({
    plugins: options.plugins,
    databaseUrl: onDatabase(adminUrl, control),
    dataDir,
    log,
    limitFactor: 1_000,
    ...(options.now && { now: options.now }),
  });
  for (const template of options.provinces ?? [testTemplate('hue'), testTemplate('dak-lak')]) {
    let province = await onboard(kernel, template);
    for (const plugin of options.plugins) {
      if (!province.modules.has(plugin.id)) province = await switchModule(kernel, province, plugin, 'on');
    }
  }
  const work = startWork(kernel, directEngine());
  const app = createApp(kernel, {
    secure: false,
    trustedProxies: new Set(),
    perMinute: 600,
    indexHost: 'localhost',
    national: {
      'ministry.localhost': await nationalSite(kernel, 'ministry', { secure: false }),
      'platform.localhost': await nationalSite(kernel, 'platform', { secure: false }),
    },
    ready: async () => ({ ready: true, checks: {} }),
  });

  const databases = kernel.registry.provinces();
  return {
    kernel,
    app,
    logged,
    province: (id) => testProvince(kernel, app, id),
    async settled() {
      for (const province of kernel.registry.provinces()) {
        while (await isBusy(kernel, province)) {
          kernel.committed(province);
          await new Promise((resolve) => setTimeout(resolve, 25));
        }
      }
    },
    async [Symbol.asyncDispose]() {
      await work.stop();
      await kernel.close();
      for (const { database, ownerRole, loginRole } of databases) {
        await onServer(adminUrl, `drop database if exists ${database} with (force)`);
        await onServer(adminUrl, `drop role if exists ${ownerRole}, ${loginRole}`);
      }
      await onServer(adminUrl, `drop database ${control} with (force)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** A small province: two communes, an agency, an operations centre, office hours, no modules of its own. */
export function testTemplate(id: 'hue' | 'dak-lak'): ProvinceTemplate {
  const hue = id === 'hue';
  const [code, codePrefix, vi, lat, lon] = hue ? (['46', 'HUE', 'Huế', 16.46, 107.59] as const) : (['66', 'DLK', 'Đắk Lắk', 12.67, 108.04] as const);
  const communes = (hue ? [['19789', 'Phường Thuận Hóa'], ['19900', 'Phường Thuận An']] : [['24133', 'Phường Buôn Ma Thuột'], ['24280', "Xã Cư M'gar"]]) as [string, string][];
  return {
    id,
    code,
    codePrefix,
    name: { vi, en: vi },
    hosts: [`${id}.localhost`],
    timezone: 'Asia/Ho_Chi_Minh',
    centre: { lat, lon },
    bounds: [lon - 1, lat - 1, lon + 1, lat + 1],
    hotline: '1022',
    branding: { primary: '#5b2a86', onPrimary: '#ffffff', accent: '#b3541e' },
    communes: communes.map(([commune, name], i) => ({ code: commune, name, type: name.startsWith('Xã') ? 'xa' : 'phuong', lat: lat + i * 0.1, lon: lon + i * 0.1, validFrom: '2025-07-01' })),
    agencies: [
      { id: 'ioc', name: { vi: 'Trung tâm điều hành', en: 'Operations centre' }, kind: 'centre' },
      { id: 'so-xay-dung', name: { vi: 'Sở Xây dựng', en: 'Department of Construction' }, kind: 'department' },
      ...communes.map(([commune, name]) => ({ id: `ubnd-${commune}`, name: { vi: `UBND ${name}` }, kind: 'commune' as const, commune })),
    ],
    roles: [],
    calendar: {
      periods: [1, 2, 3, 4, 5].flatMap((weekday) => [
        { weekday, from: '07:30', to: '11:30' },
        { weekday, from: '13:30', to: '17:00' },
      ]),
      specialDays: [],
    },
    modules: {},
  } as ProvinceTemplate;
}

function testProvince(kernel: OpenKernel, app: Hono<Environment>, id: string): TestProvince {
  const now = () => kernel.registry.byId(id)!;
  const host = now().tenant.hosts[0]!;
  const database: TestProvince['database'] = (work) => kernel.pools.use(now(), work);
  const request: TestProvince['request'] = async (path, { json, as, ...init } = {}) => {
    const headers = new Headers(init.headers);
    headers.set('host', host);
    if (as !== undefined) headers.set(as.startsWith('tt-session') ? 'cookie' : 'authorization', as.startsWith('tt-session') ? as : `Bearer ${as}`);
    if (json !== undefined) headers.set('content-type', 'application/json');
    const body = json === undefined ? init.body : JSON.stringify(json);
    return app.request(`http://${host}${path}`, { method: json === undefined ? 'GET' : 'POST', ...init, headers, ...(body !== undefined && { body }) });
  };
  return {
    id,
    host,
    now,
    request,
    database,
    async signIn({ name, roles, agency, communes }) {
      const email = `${name}@${id}.example`;
      await database(async (province) => {
        const account = await createAccount(kernel.principals.auth(now(), province), { email, name, password });
        await setMember(province, { account, roles, agency: agency ?? null, communes: communes ?? [] });
      });
      const response = await request('/api/auth/sign-in/email', { json: { email, password } });
      const cookie = response.headers.get('set-cookie')?.split(';')[0];
      if (cookie === undefined) throw new Error(`${email} could not sign in: ${response.status} ${await response.text()}`);
      return cookie;
    },
    async key(scopes) {
      const key = `ttk_${randomBytes(12).toString('hex')}`;
      await database(({ db }) => db.insertInto('core.api_keys').values({ name: 'test', hash: hashOfKey(key), scopes: [...scopes] }).execute());
      return key;
    },
    inside: (plugin, work) =>
      database(async (province) => {
        await kernel.organisations.load(now(), province);
        return work(createContext({ kernel, province: now(), plugin: kernel.plugins.get(plugin)!, database: province, principal: system }) as never);
      }),
  };
}

/** Hands batches straight to the worker: the transport alone is replaced, not the outbox. */
function directEngine(): Engine {
  let handler: (batch: Batch) => Promise<void> = async () => {};
  const running = new Set<Promise<void>>();
  return {
    async add(batch) {
      const run = handler(batch).finally(() => running.delete(run));
      running.add(run);
    },
    work: (_concurrency, handle) => void (handler = handle),
    close: async () => void (await Promise.allSettled(running)),
  };
}

async function isBusy(kernel: OpenKernel, province: Province): Promise<boolean> {
  return kernel.pools.use(province, async ({ db }) => {
    // A claimed task lies ahead by its lease, a failed one by its backoff; only the latter has an error.
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select 1 from core.events where position is null)
        or exists (select 1 from core.tasks where due_at < 'infinity' and error is null and due_at < now() + interval '5 minutes')
        or exists (select 1 from core.projections p where p.position < (select max(position) from core.events)) as busy
    `.execute(db);
    return rows[0]!.busy;
  });
}

async function onServer(adminUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
