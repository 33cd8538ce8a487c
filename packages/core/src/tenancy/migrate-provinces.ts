import type { Kysely } from 'kysely';
import { crashAt } from '../crash-at.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { migrateModuleAs } from '../modules/switch-module.ts';
import { Problem } from '../plugin/problem.ts';
import { asOwner, tryAgain } from './as-owner.ts';
import { inTurns } from './in-turns.ts';
import { lastRuns, type MigrationStep, planProvinces, type ProvincePlan, planSteps } from './migration-plan.ts';
import { recordRun } from './migration-runs.ts';
import { migrateCore } from './provision.ts';
import type { Province } from './registry.ts';

export interface MigrationOutcome {
  readonly province: string;
  /** `core`, or a plugin's id. */
  readonly module: string;
  /** `waiting`: not tried, because of failures before; `busy`: another process is at it. */
  readonly status: 'migrated' | 'current' | 'failed' | 'waiting' | 'busy';
  /** Newest migration of the schema now. */
  readonly version: string;
  readonly error: string | null;
}

export interface MigrateOptions {
  /** Goes first and alone; where it fails, no other is begun. Default: the first that has something to do. */
  readonly canary?: string;
  /** Provinces at a time. Default 4. */
  readonly parallel?: number;
  /** No province is begun once so many have failed. Default 3. */
  readonly stopAfter?: number;
  /** How long to wait for another migrator of the same province. Default 10 s. */
  readonly waitMs?: number;
  readonly onOutcome?: (outcome: MigrationOutcome) => void;
}

/**
 * Brings the core and the modules of every province up to date, a few provinces at a time. A module that fails is
 * failed in that province alone, with its reason in the registry; the rest goes on, until too many have failed.
 * Whatever kills it, the next run goes on from there: the ledger of each schema says what it has had.
 */
export async function migrateProvinces(kernel: OpenKernel, options: MigrateOptions = {}): Promise<MigrationOutcome[]> {
  const { canary, parallel = 4, stopAfter = 3 } = options;
  const outcomes: MigrationOutcome[] = [];
  const failed = new Set<string>();
  let mostFailures = stopAfter;

  async function run(plan: ProvincePlan): Promise<void> {
    const tried = failed.size >= mostFailures ? untried(plan, 'waiting') : await migrateProvince(kernel, plan, options);
    for (const outcome of tried) {
      outcomes.push(outcome);
      if (outcome.status === 'failed') failed.add(outcome.province);
      options.onOutcome?.(outcome);
    }
  }

  const plans = await planProvinces(kernel);
  const due = plans.filter(({ error, steps }) => error !== null || steps.some(({ current }) => !current));
  for (const plan of plans) if (!due.includes(plan)) outcomes.push(...untried(plan, 'current'));
  const first = canary === undefined ? due[0] : due.find(({ province }) => province.id === canary);
  if (first !== undefined) await run(first);
  if (failed.size > 0) mostFailures = 0;
  await inTurns(due.filter((plan) => plan !== first), parallel, run);
  return outcomes;
}

async function migrateProvince(kernel: OpenKernel, plan: ProvincePlan, { waitMs }: MigrateOptions): Promise<MigrationOutcome[]> {
  const { province } = plan;
  const onError = (error: Error) => kernel.log.warn({ province: province.id, err: error }, 'migration connection');
  try {
    return await asOwner(kernel.registry, province, { onError, ...(waitMs !== undefined && { waitMs }) }, async (owner) => {
      const outcomes: MigrationOutcome[] = [];
      // Planned again under the lock: another migrator may have been here meanwhile.
      for (const step of await planSteps(kernel, province, owner, await lastRuns(kernel, province.id))) {
        const coreFailed = outcomes[0]?.status === 'failed';
        if (coreFailed || step.current) outcomes.push(outcomeOf(province, step, coreFailed ? 'waiting' : 'current'));
        else outcomes.push(await migrateStep(kernel, province, owner, step));
      }
      return outcomes;
    });
  } catch (error) {
    if (error instanceof Problem && error.code === 'schemas-busy') return untried(plan, 'busy');
    return [{ province: province.id, module: 'core', status: 'failed', version: '', error: messageOf(error) }];
  } finally {
    await kernel.registry.changed(province.id);
  }
}

async function migrateStep(kernel: OpenKernel, province: Province, owner: Kysely<unknown>, step: MigrationStep): Promise<MigrationOutcome> {
  const { registry } = kernel;
  const { module, plugin } = step;
  await recordRun(registry.db, { province: province.id, module, status: 'running' });
  crashAt('migrate-begun');
  try {
    const version = plugin === undefined ? await tryAgain(() => migrateCore(owner, province.loginRole)) : await migrateModuleAs(owner, province.loginRole, plugin);
    crashAt('migrate-migrated');
    if (plugin !== undefined) {
      // What migrating has broken, migrating mends; a module that failed for another reason stays as it is.
      const mended = step.lastRun?.status === 'failed' && province.modules.get(module)?.state === 'failed';
      await setModule(kernel, province, module, { migrated_to: version, version: plugin.version, ...(mended && { state: 'on', reason: null }) });
    }
    crashAt('migrate-noted');
    await recordRun(registry.db, { province: province.id, module, status: 'done', version });
    return { ...outcomeOf(province, step, 'migrated'), version };
  } catch (error) {
    const reason = messageOf(error);
    kernel.log.error({ province: province.id, module, err: error }, 'migration failed');
    await recordRun(registry.db, { province: province.id, module, status: 'failed', error: reason });
    if (plugin !== undefined) await setModule(kernel, province, module, { state: 'failed', reason });
    return { ...outcomeOf(province, step, 'failed'), error: reason };
  }
}

type ModuleChange = { state: 'failed'; reason: string } | { migrated_to: string; version: string; state?: 'on'; reason?: null };

async function setModule({ registry }: OpenKernel, province: Province, plugin: string, change: ModuleChange): Promise<void> {
  await registry.db.updateTable('registry.modules').set(change).where('province', '=', province.id).where('plugin', '=', plugin).execute();
}

function untried({ province, steps, error }: ProvincePlan, status: MigrationOutcome['status']): MigrationOutcome[] {
  if (error !== null) return [{ province: province.id, module: 'core', status, version: '', error }];
  return steps.map((step) => outcomeOf(province, step, step.current ? 'current' : status));
}

function outcomeOf(province: Province, { module, version }: MigrationStep, status: MigrationOutcome['status']): MigrationOutcome {
  return { province: province.id, module, status, version, error: null };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
