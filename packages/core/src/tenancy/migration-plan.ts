import { type Kysely, type Selectable, sql } from 'kysely';
import { newestOf, pendingOf, readLedger, schemaOf } from '../database/migrate.ts';
import { identityMigrations } from '../identity/migrations.ts';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { ownerHandle, schemaLock } from './as-owner.ts';
import { inTurns } from './in-turns.ts';
import { provinceMigrations } from './province-schema/migrations.ts';
import type { RegistryTables } from './registry-tables.ts';
import type { ModuleRow, Province } from './registry.ts';

/** The last attempt to migrate a module of a province. */
export type LastRun = Selectable<RegistryTables['registry.migration_runs']>;

/** What is to be done to one module of one province. */
export interface MigrationStep {
  /** `core`, or a plugin's id. */
  readonly module: string;
  /** Undefined for the core. */
  readonly plugin: Plugin | undefined;
  /** Newest migration that the schema has had; empty where none. */
  readonly version: string;
  /** Migrations still to be run, oldest first. */
  readonly pending: readonly string[];
  readonly lastRun: LastRun | undefined;
  /** Nothing is pending, and what a migration leads to (rights, the registry's note) was seen done. */
  readonly current: boolean;
}

export interface ProvincePlan {
  readonly province: Province;
  readonly steps: readonly MigrationStep[];
  /** Another process is changing the province's schemas at this moment. */
  readonly busy: boolean;
  /** Why its database could not be asked; null where it could. */
  readonly error: string | null;
}

/** What there is to do in every province that is finished, by id, without doing it. */
export async function planProvinces(kernel: Kernel, atOnce = 8): Promise<ProvincePlan[]> {
  const runs = await lastRuns(kernel);
  const plans: ProvincePlan[] = [];
  await inTurns(
    kernel.registry.provinces().filter(({ state }) => state !== 'creating'),
    atOnce,
    async (province) => void plans.push(await planFromOutside(kernel, province, runs)),
  );
  return plans.toSorted((a, b) => a.province.id.localeCompare(b.province.id));
}

export async function lastRuns({ registry }: Kernel, province?: string): Promise<LastRun[]> {
  return registry.db
    .selectFrom('registry.migration_runs')
    .selectAll()
    .$if(province !== undefined, (query) => query.where('province', '=', province!))
    .execute();
}

/** Compares the code with the province's own ledgers: what the registry remembers may be of before a restore. */
export async function planSteps(kernel: Kernel, province: Province, owner: Kysely<unknown>, runs: readonly LastRun[]): Promise<MigrationStep[]> {
  const runOf = (module: string) => runs.find((run) => run.province === province.id && run.module === module);
  const core = await readLedger(owner, 'core');
  const pending = [...pendingOf(identityMigrations, await readLedger(owner, 'identity')), ...pendingOf(provinceMigrations, core)];
  const steps = [stepOf({ module: 'core', version: core.at(-1) ?? '', pending, lastRun: runOf('core') })];
  for (const row of province.modules.values()) {
    const plugin = kernel.plugins.get(row.plugin);
    if (plugin === undefined || row.state === 'off') continue;
    const ledger = await readLedger(owner, schemaOf(plugin.id));
    const version = ledger.at(-1) ?? newestOf(plugin.migrations);
    steps.push(stepOf({ module: plugin.id, plugin, row, version, pending: pendingOf(plugin.migrations, ledger), lastRun: runOf(plugin.id) }));
  }
  return steps;
}

function stepOf({ row, plugin, ...step }: Omit<MigrationStep, 'current' | 'plugin'> & { plugin?: Plugin; row?: ModuleRow }): MigrationStep {
  const noted = step.lastRun?.version === step.version || row?.migratedTo === step.version;
  const current = step.pending.length === 0 && noted && (step.lastRun ?? { status: 'done' }).status === 'done';
  return { ...step, plugin, current };
}

async function planFromOutside(kernel: Kernel, province: Province, runs: readonly LastRun[]): Promise<ProvincePlan> {
  const owner = ownerHandle(kernel.registry, province, () => {});
  try {
    return { province, steps: await planSteps(kernel, province, owner, runs), busy: await isBusy(owner), error: null };
  } catch (error) {
    return { province, steps: [], busy: false, error: error instanceof Error ? error.message : String(error) };
  } finally {
    await owner.destroy();
  }
}

async function isBusy(owner: Kysely<unknown>): Promise<boolean> {
  const { rows } = await sql`
    select 1 from pg_locks where locktype = 'advisory' and granted and objsubid = 2
      and database = (select oid from pg_database where datname = current_database())
      and classid = ${sql.lit(schemaLock[0])} and objid = ${sql.lit(schemaLock[1])}
  `.execute(owner);
  return rows.length > 0;
}
