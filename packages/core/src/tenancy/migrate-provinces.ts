import type { OpenKernel } from '../create-kernel.ts';
import { migrateModule } from '../modules/switch-module.ts';
import { migrateCore, ownerHandle } from './provision.ts';
import type { Province } from './registry.ts';

export interface MigrationOutcome {
  readonly province: string;
  readonly schema: string;
  readonly version: string;
  readonly error: string | null;
}

/**
 * Brings the core and the modules of every province up to date, one province after another. A module that fails is
 * failed in that province alone, with its reason in the registry; the rest goes on.
 */
export async function migrateProvinces(kernel: OpenKernel): Promise<MigrationOutcome[]> {
  const outcomes: MigrationOutcome[] = [];
  for (const province of kernel.registry.provinces()) {
    outcomes.push(await attempt(province, 'core', () => migrateProvinceCore(kernel, province)));
    for (const { plugin: id, state } of province.modules.values()) {
      const plugin = kernel.plugins.get(id);
      if (plugin === undefined || state === 'off' || outcomes.at(-1)?.error) continue;
      const outcome = await attempt(province, id, () => migrateModule(kernel, province, plugin));
      outcomes.push(outcome);
      await kernel.registry.db
        .updateTable('registry.modules')
        .set(
          outcome.error === null
            ? { migrated_to: outcome.version, version: plugin.version, ...(state === 'failed' && { state: 'on', reason: null }) }
            : { state: 'failed', reason: outcome.error },
        )
        .where('province', '=', province.id)
        .where('plugin', '=', id)
        .execute();
      await kernel.registry.changed(province.id);
    }
  }
  return outcomes;
}

async function migrateProvinceCore(kernel: OpenKernel, province: Province): Promise<string> {
  const owner = ownerHandle(kernel.registry, province, (error) => kernel.log.warn({ province: province.id, err: error }, 'migration connection'));
  try {
    return await migrateCore(owner, province);
  } finally {
    await owner.destroy();
  }
}

async function attempt(province: Province, schema: string, work: () => Promise<string>): Promise<MigrationOutcome> {
  try {
    return { province: province.id, schema, version: await work(), error: null };
  } catch (error) {
    return { province: province.id, schema, version: '', error: error instanceof Error ? error.message : String(error) };
  }
}
