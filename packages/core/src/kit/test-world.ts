import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { sql } from 'kysely';
import pg from 'pg';
import { pino } from 'pino';
import { createKernel, type OpenKernel } from '../create-kernel.ts';
import { createApp } from '../http/app.ts';
import type { Environment } from '../http/environment.ts';
import { listen } from '../http/listen.ts';
import { nationalSite } from '../http/national-site.ts';
import type { SiteHosts } from '../http/site-hosts.ts';
import type { NationalSiteName } from '../identity/national-accounts.ts';
import type { Batch, Engine } from '../jobs/engine.ts';
import { leaseSeconds } from '../jobs/outbox.ts';
import { createSchedules } from '../jobs/schedules.ts';
import type { MissingPlugin } from '../modules/plugin-list.ts';
import { switchModule } from '../modules/switch-module.ts';
import type { WatchLimits } from '../modules/watch/fault-counter.ts';
import type { OutboundOptions } from '../outbound/outbound.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { startWork } from '../jobs/start-work.ts';
import { migrateProvinces } from '../tenancy/migrate-provinces.ts';
import { onboard } from '../tenancy/onboard.ts';
import { onDatabase } from '../tenancy/connection-strings.ts';
import type { Province } from '../tenancy/registry.ts';
import type { ProvinceTemplate } from '../tenancy/template.ts';
import { type TestNationalSite, testNationalSite, type TestProvince, testProvince, type TestSite, testSite } from './test-site.ts';
import type { TestNetwork } from './test-network.ts';
import { testTemplate } from './test-template.ts';

export interface TestWorld extends AsyncDisposable {
  readonly kernel: OpenKernel;
  readonly app: Hono<Environment>;
  readonly dataDir: string;
  /** Every line the kernel logged, parsed. */
  readonly logged: readonly Record<string, unknown>[];
  province(id: string): TestProvince;
  national(name: NationalSiteName): TestNationalSite;
  /** Any other host. */
  site(host: string): TestSite;
  /** Serves the app on a loopback port until the world ends, and answers that port: for what only a real server does. */
  listen(): Promise<number>;
  /** Waits until every event is sealed and folded and no task is ready. */
  settled(): Promise<void>;
  /** Runs what schedules name as due by the world's clock, which the system asks every five seconds, and settles. */
  due(): Promise<void>;
  /** Brings every province up to date once more, as `tinhthong migrate` does. */
  migrate(): Promise<void>;
  /** Gives the worker a message that no relay sent, and waits until it has been worked off. */
  deliver(batch: Batch): Promise<void>;
}

export interface TestWorldOptions {
  readonly plugins: readonly (Plugin | MissingPlugin)[];
  /** Provinces to onboard. Default: two small ones, `hue` and `dak-lak`. */
  readonly provinces?: readonly ProvinceTemplate[];
  readonly now?: () => Date;
  /** What answers `ctx.fetch`. Default: the real network, guarded as in production. */
  readonly network?: TestNetwork;
  /** What may be reached outside, as an operator would set it: this machine's own addresses, for a receiver of the test. */
  readonly outbound?: OutboundOptions;
  /** Where mail goes. Default: files, which `sentMail` reads. */
  readonly smtpUrl?: string;
  /** A superuser's connection string. Default: the server that the global set-up of vitest provides. */
  readonly adminUrl?: string;
  /** Migrates the core's schemas step by step, as in production, where they are what is tested. Default: copies what this run has migrated once. */
  readonly afresh?: boolean;
  /** Where the index and the national sites answer. Default: `localhost` and names below it. */
  readonly siteHosts?: SiteHosts;
  /** Folder of what provinces say in their portals. Default: nothing. */
  readonly portal?: URL;
  /** Multiplies every rate limit. Default 1000: no test meets one by accident. */
  readonly limitFactor?: number;
  /** Whether events are sealed and tasks done as they come. Default: they are. */
  readonly background?: boolean;
  /** When a module is suspended. Default: no test has one suspended by accident. */
  readonly watch?: Partial<WatchLimits>;
}

/**
 * The whole system in this process on a real PostgreSQL: a control database of its own, provinces provisioned as in
 * production (see `afresh`), background work running. Only the queue engine is replaced, by one that hands batches straight over.
 */
export async function testWorld(options: TestWorldOptions): Promise<TestWorld> {
  const adminUrl = options.adminUrl ?? (await import('vitest')).inject('adminUrl');
  const pattern = options.adminUrl === undefined && !options.afresh ? (await import('vitest')).inject('patternDatabases') : undefined;
  const control = `tt_test_${randomBytes(5).toString('hex')}`;
  await onServer(adminUrl, `create database ${control}${pattern === undefined ? '' : ` template ${pattern.control}`}`);
  const dataDir = await mkdtemp(join(tmpdir(), 'tinhthong-test-'));
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) });
  const kernel = await createKernel({
    plugins: options.plugins,
    databaseUrl: onDatabase(adminUrl, control),
    dataDir,
    log,
    siteHosts: options.siteHosts,
    portal: options.portal,
    limitFactor: options.limitFactor ?? 1_000,
    ...(options.now && { now: options.now }),
    smtpUrl: options.smtpUrl,
    mailFrom: 'Tinh Thông <khong-tra-loi@tinhthong.example>',
    watch: { faults: 1_000_000, ...options.watch },
    outbound: { ...options.outbound, ...(options.network && { instead: options.network.dispatcher }) },
  });
  for (const template of options.provinces ?? [testTemplate('hue'), testTemplate('dak-lak')]) {
    let province = await onboard(kernel, template, { pattern: pattern?.province });
    for (const plugin of options.plugins) {
      if (!('reason' in plugin) && !province.modules.has(plugin.id)) province = await switchModule(kernel, province, plugin, 'on');
    }
  }
  const engine = directEngine();
  const work = options.background === false ? undefined : startWork(kernel, engine);
  const app = createApp(kernel, {
    secure: false,
    trustedProxies: new Set(),
    perMinute: 600,
    national: {
      ministry: await nationalSite(kernel, 'ministry', { secure: false }),
      platform: await nationalSite(kernel, 'platform', { secure: false }),
    },
    ready: async () => ({ ready: true, checks: {} }),
  });

  async function settled(): Promise<void> {
    for (const province of kernel.registry.provinces()) {
      while (await isBusy(kernel, province)) {
        kernel.committed(province);
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    }
  }

  const servers: Server[] = [];
  return {
    kernel,
    app,
    dataDir,
    logged,
    province: (id) => testProvince(kernel, app, id),
    national: (name) => testNationalSite(kernel, app, name),
    site: (host) => testSite(app, host),
    deliver: engine.handle,
    async migrate() {
      for (const { province, module, error } of await migrateProvinces(kernel)) {
        if (error !== null) throw new Error(`${province}: ${module} could not be migrated: ${error}`);
      }
    },
    async listen() {
      const server = await listen(app, { host: '127.0.0.1', port: 0 });
      servers.push(server);
      return (server.address() as AddressInfo).port;
    },
    settled,
    async due() {
      const schedules = createSchedules(kernel);
      for (const province of kernel.registry.provinces()) await schedules.look(province, kernel.now());
      await settled();
    },
    async [Symbol.asyncDispose]() {
      for (const server of servers) server.close().closeAllConnections();
      await work?.stop();
      await kernel.close();
      for (const { database, ownerRole, loginRole } of kernel.registry.provinces()) {
        await onServer(adminUrl, `drop database if exists ${database} with (force)`);
        await onServer(adminUrl, `drop role if exists ${ownerRole}, ${loginRole}`);
      }
      await onServer(adminUrl, `drop database ${control} with (force)`);
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Hands batches straight to the worker: the transport alone is replaced, not the outbox. */
function directEngine(): Engine & { handle(batch: Batch): Promise<void> } {
  let handler: (batch: Batch) => Promise<void> = async () => {};
  const running = new Set<Promise<void>>();
  return {
    async add(batch) {
      const run = handler(batch).finally(() => running.delete(run));
      running.add(run);
    },
    handle: (batch) => handler(batch),
    work: (_concurrency, handle) => void (handler = handle),
    close: async () => void (await Promise.allSettled(running)),
  };
}

async function isBusy(kernel: OpenKernel, province: Province): Promise<boolean> {
  return kernel.pools.use(province, async ({ db }) => {
    // A claimed task lies ahead by its lease, a failed one by its backoff; only the latter has an error. What is put off for longer waits for its day.
    const { rows } = await sql<{ busy: boolean }>`
      select exists (select 1 from core.events where position is null)
        or exists (select 1 from core.tasks where due_at < 'infinity' and error is null and due_at < now() + ${sql.lit(`${leaseSeconds + 5} s`)}::interval)
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
