import { sql } from 'kysely';
import { satisfies } from 'semver';
import { grantData, migrateSchema, schemaOf } from '../database/migrate.ts';
import { invalidInput } from '../http/to-problem.ts';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import { ownerHandle } from '../tenancy/provision.ts';
import type { ModuleState } from '../tenancy/registry-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { createContext } from './create-context.ts';

/**
 * Switches a module on or off in a province. On: migrate its schema, run `onEnable`, open the gate; a failure leaves
 * the module failed in this province alone, with its reason. Off closes the gate and deletes nothing.
 *
 * `template` is what the province's template holds for the module, at onboarding.
 */
export async function switchModule(
  kernel: Kernel,
  province: Province,
  plugin: Plugin,
  to: 'on' | 'off',
  template?: { readonly settings: unknown; readonly content: unknown },
): Promise<Province> {
  const current = () => kernel.registry.byId(province.id)!;
  if (to === 'off') {
    await record(kernel, province, plugin, 'off', {});
    return current();
  }
  requireNeeds(kernel, province, plugin);
  const settings = readSettings(plugin, template?.settings ?? province.modules.get(plugin.id)?.settings ?? {});
  await record(kernel, province, plugin, 'migrating', { settings });
  try {
    const migratedTo = await migrateModule(kernel, current(), plugin);
    await enable(kernel, current(), plugin, template?.content);
    await record(kernel, province, plugin, 'on', { migrated_to: migratedTo });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await record(kernel, province, plugin, 'failed', { reason });
    kernel.log.error({ province: province.id, module: plugin.id, err: error }, 'module failed to switch on');
    throw new Problem(
      500,
      'module-failed',
      { vi: `Không bật được phân hệ "${plugin.title.vi}".`, en: `The module "${plugin.id}" could not be switched on.` },
      { detail: { vi: reason, en: reason }, cause: error },
    );
  }
  return current();
}

export async function setModuleSettings(kernel: Kernel, province: Province, plugin: Plugin, settings: unknown): Promise<void> {
  const checked = readSettings(plugin, settings);
  const row = province.modules.get(plugin.id);
  await record(kernel, province, plugin, row?.state ?? 'off', { settings: checked, reason: row?.reason ?? null });
}

/** Brings one module's schema in one province up to date, as the province's owner. */
export async function migrateModule(kernel: Kernel, province: Province, plugin: Plugin): Promise<string> {
  const schema = schemaOf(plugin.id);
  const owner = ownerHandle(kernel.registry, province, (error) => kernel.log.warn({ province: province.id, module: plugin.id, err: error }, 'migration connection'));
  try {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(owner);
    const newest = await migrateSchema(owner, schema, plugin.migrations);
    await grantData(owner, schema, province.loginRole);
    return newest;
  } finally {
    await owner.destroy();
  }
}

async function enable(kernel: Kernel, province: Province, plugin: Plugin, content: unknown): Promise<void> {
  if (plugin.onEnable === undefined) return;
  const template = content === undefined ? undefined : plugin.template?.parse(content);
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    const ctx = createContext({ kernel, province, plugin, database, principal: system });
    await ctx.change(async (trx) => {
      await plugin.onEnable!(ctx, trx, template);
      return null;
    });
  });
}

function requireNeeds(kernel: Kernel, province: Province, plugin: Plugin): void {
  for (const [id, range] of Object.entries(plugin.needs)) {
    const other = kernel.moduleOn(province, id);
    if (other === undefined || !satisfies(other.version, range)) {
      throw new Problem(409, 'module-needs-another', {
        vi: `Phân hệ "${plugin.title.vi}" cần phân hệ "${id}" ${range} được bật trước.`,
        en: `The module "${plugin.id}" needs the module "${id}" ${range} to be switched on first.`,
      });
    }
  }
}

function readSettings(plugin: Plugin, settings: unknown): Record<string, unknown> {
  const parsed = plugin.settings.safeParse(settings);
  if (!parsed.success) throw invalidInput(parsed.error, 'body');
  return settings as Record<string, unknown>;
}

async function record(
  kernel: Kernel,
  province: Province,
  plugin: Plugin,
  state: ModuleState,
  change: { settings?: Record<string, unknown>; reason?: string | null; migrated_to?: string },
): Promise<void> {
  const values = {
    version: plugin.version,
    state,
    reason: change.reason ?? null,
    ...(change.settings && { settings: JSON.stringify(change.settings) }),
    ...(change.migrated_to !== undefined && { migrated_to: change.migrated_to }),
  };
  await kernel.registry.db
    .insertInto('registry.modules')
    .values({ province: province.id, plugin: plugin.id, settings: '{}', ...values })
    .onConflict((oc) => oc.columns(['province', 'plugin']).doUpdateSet({ ...values, changed_at: new Date() }))
    .execute();
  await kernel.registry.changed(province.id);
}
