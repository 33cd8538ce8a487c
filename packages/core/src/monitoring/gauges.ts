import { Counter, Gauge } from 'prom-client';
import { backupAges } from '../bundles/made-bundles.ts';
import type { Kernel } from '../kernel.ts';
import { coreVersion } from '../modules/plugin-list.ts';
import type { DatabaseUsage } from '../tenancy/usage.ts';
import { inTime } from './in-time.ts';
import { provinceFigures } from './province-figures.ts';

/** What is read when somebody asks, and costs nothing while nobody does: this node's own state. */
export function nodeGauges(kernel: Kernel, role: string): void {
  const registers = [kernel.meters.registry];

  new Gauge({ name: 'tinhthong_info', help: 'Version and role of this node', labelNames: ['version', 'role'], registers }).set({ version: coreVersion, role }, 1);

  new Counter({
    name: 'tinhthong_province_requests_total',
    help: 'Requests of each province; error: answered with 5xx',
    labelNames: ['province', 'result'],
    registers,
    collect() {
      this.reset();
      for (const [province, { requests, errors }] of kernel.requestMeter.totals()) {
        this.inc({ province, result: 'ok' }, requests - errors);
        this.inc({ province, result: 'error' }, errors);
      }
    },
  });

  new Gauge({
    name: 'tinhthong_pool_connections',
    help: 'Connections of this node to the database of a province: busy, idle, and wanted by whoever waits for one',
    labelNames: ['province', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { province, connections, busy, waiting } of kernel.pools.figures()) {
        this.set({ province, state: 'busy' }, busy);
        this.set({ province, state: 'idle' }, connections - busy);
        this.set({ province, state: 'wanted' }, waiting);
      }
    },
  });

  new Gauge({
    name: 'tinhthong_stream_readers',
    help: 'Readers of the live stream of a province on this node',
    labelNames: ['province'],
    registers,
    collect() {
      this.reset();
      for (const [province, readers] of kernel.streams.readers()) this.set({ province }, readers);
    },
  });
}

const databaseGauges: Readonly<Record<string, readonly [help: string, read: (usage: DatabaseUsage) => number]>> = {
  tinhthong_database_bytes: ['Size of the database', ({ bytes }) => bytes],
  tinhthong_files_bytes: ['Files that people have uploaded', ({ files }) => files.bytes],
  tinhthong_events_unsealed: ['Events without their place in the log yet', ({ events }) => events.waiting],
  tinhthong_tasks_waiting: ['Tasks that are ready and not taken', ({ tasks }) => tasks.waiting],
  tinhthong_tasks_oldest_seconds: ['For how long the oldest of them has been ready', ({ tasks }) => tasks.oldestWaitingSeconds ?? 0],
  tinhthong_tasks_dead: ['Tasks that were given up, until somebody runs them again', ({ tasks }) => tasks.dead],
  tinhthong_deliveries_waiting: ['Deliveries to webhooks, neither received nor given up', ({ deliveries }) => deliveries.waiting],
};

/** The state of the whole deployment, shown by the nodes that do its background work; the same on each of them. */
export function deploymentGauges(kernel: Kernel): void {
  const { registry, meters } = kernel;
  const registers = [meters.registry];
  const figures = provinceFigures(kernel);

  new Gauge({
    name: 'tinhthong_province_up',
    help: 'Whether the database of an active province answers',
    labelNames: ['province'],
    registers,
    async collect() {
      this.reset();
      for (const [province, usage] of await figures()) this.set({ province }, usage === null ? 0 : 1);
    },
  });
  for (const [name, [help, read]] of Object.entries(databaseGauges)) {
    new Gauge({
      name,
      help,
      labelNames: ['province'],
      registers,
      async collect() {
        this.reset();
        for (const [province, usage] of await figures()) if (usage !== null) this.set({ province }, read(usage));
      },
    });
  }

  new Gauge({
    name: 'tinhthong_storage_quota_bytes',
    help: 'Most that the files of a province may take',
    labelNames: ['province'],
    registers,
    collect() {
      this.reset();
      for (const { id, quota } of registry.provinces()) this.set({ province: id }, quota.storageBytes);
    },
  });

  new Gauge({
    name: 'tinhthong_provinces',
    help: 'Provinces by state',
    labelNames: ['state'],
    registers,
    collect() {
      this.reset();
      for (const { state } of registry.provinces()) this.inc({ state });
    },
  });

  new Gauge({
    name: 'tinhthong_modules_in_trouble',
    help: 'Modules that serve nobody in a province although they should: failed, suspended, or on their way',
    labelNames: ['province', 'module', 'state'],
    registers,
    collect() {
      this.reset();
      for (const { id, modules } of registry.provinces()) {
        for (const { plugin, state } of modules.values()) if (state !== 'on' && state !== 'off') this.set({ province: id, module: plugin, state }, 1);
      }
    },
  });

  new Gauge({
    name: 'tinhthong_migrations_failed',
    help: 'Last attempts to migrate a module of a province that failed',
    registers,
    async collect() {
      this.reset();
      const failed = await inTime(registry.db.selectFrom('registry.migration_runs').select('module').where('status', '=', 'failed').execute());
      if (failed !== undefined) this.set(failed.length);
    },
  });

  new Gauge({
    name: 'tinhthong_backup_made_timestamp_seconds',
    help: 'When the last backup of a province was made; 0 where there is none',
    labelNames: ['province'],
    registers,
    async collect() {
      this.reset();
      for (const { province, madeAt } of (await inTime(backupAges(kernel))) ?? []) this.set({ province }, (madeAt?.getTime() ?? 0) / 1_000);
    },
  });
}
