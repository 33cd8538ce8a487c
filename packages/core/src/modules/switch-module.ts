import { isDeepStrictEqual } from 'node:util';
import { type Kysely, sql } from 'kysely';
import { satisfies } from 'semver';
import { grantData, migrateSchema, schemaOf } from '../database/migrate.ts';
import { invalidInput } from '../http/to-problem.ts';
import { type Principal, system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { Problem } from '../plugin/problem.ts';
import { asOwner, tryAgain } from '../tenancy/as-owner.ts';
import type { ModuleState } from '../tenancy/registry-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { createContext } from './create-context.ts';
import { recordCoreEvent } from '../core-module/record-core-event.ts';

export interface SwitchOptions {
  /** What the province's template holds for the module, at onboarding. */
  readonly settings?: unknown;
  readonly content?: unknown;
  /** Whose act it is. Default: the system's. */
  readonly by?: Principal;
}

// It may bring in what the module starts with, and is waited for by whoever switches it on.
const enableSeconds = 120;

/**
 * Switches a module on or off in a province. On: migrate its schema, run `onEnable`, open the gate; a failure leaves
 * the module failed in this province alone, with its reason. Off closes the gate and deletes nothing.
 */
export async function switchModule(
  kernel: Kernel,
  province: Province,
  plugin: Plugin,
  to: 'on' | 'off',
  options: SwitchOptions = {},
): Promise<Province> {
  const { by = system } = options;
  const { id, version } = plugin;
  const current = () => kernel.registry.byId(province.id)!;
  if (to === 'off') return switchOff(kernel, province, plugin, by);
  requireNeeds(kernel, province, plugin);
  kernel.watch.forget(province, plugin);
  const settings = readSettings(plugin, options.settings ?? province.modules.get(id)?.settings ?? {});
  await record(kernel, province, plugin, 'migrating', { settings });
  try {
    const migratedTo = await kernel.watch.named({ province, plugin, operation: 'migrations' }, () => migrateModule(kernel, current(), plugin));
    await enable(kernel, current(), plugin, options.content);
    await record(kernel, province, plugin, 'on', { migrated_to: migratedTo });
    await recordCoreEvent(kernel, current(), by, 'module.switched', { subject: id, data: { module: id, version, state: 'on' } });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    await record(kernel, province, plugin, 'failed', { reason });
    await recordCoreEvent(kernel, current(), by, 'module.failed', { subject: id, data: { module: id, version } });
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

/** Needs no plugin: one that is unavailable is switched off like any other. */
export async function switchOff(kernel: Kernel, province: Province, module: Pick<Plugin, 'id' | 'version'>, by: Principal = system): Promise<Province> {
  const { id, version } = module;
  await record(kernel, province, module, 'off', {});
  await recordCoreEvent(kernel, province, by, 'module.switched', { subject: id, data: { module: id, version, state: 'off' } });
  return kernel.registry.byId(province.id)!;
}

export async function setModuleSettings(kernel: Kernel, province: Province, plugin: Plugin, settings: unknown, by: Principal = system): Promise<void> {
  const checked = readSettings(plugin, settings);
  const row = province.modules.get(plugin.id);
  await record(kernel, province, plugin, row?.state ?? 'off', { settings: checked, reason: row?.reason ?? null });
  const before = row?.settings ?? {};
  const changed = Object.keys({ ...before, ...checked }).filter((name) => !isDeepStrictEqual(before[name], checked[name]));
  await recordCoreEvent(kernel, province, by, 'module.configured', { subject: plugin.id, data: { module: plugin.id, changed } });
}

/** Brings one module's schema in one province up to date, as the province's owner. */
export async function migrateModule(kernel: Kernel, province: Province, plugin: Plugin): Promise<string> {
  const onError = (error: Error) => kernel.log.warn({ province: province.id, module: plugin.id, err: error }, 'migration connection');
  return asOwner(kernel.registry, province, { onError }, (owner) => migrateModuleAs(owner, province.loginRole, plugin));
}

/** The same on a connection of the owner who holds the lock already; with `upTo`, no further than that migration. */
export async function migrateModuleAs(owner: Kysely<unknown>, login: string, plugin: Plugin, upTo?: string): Promise<string> {
  const schema = schemaOf(plugin.id);
  return tryAgain(async () => {
    await sql`create schema if not exists ${sql.id(schema)}`.execute(owner);
    const newest = await migrateSchema(owner, schema, plugin.migrations, upTo);
    await grantData(owner, schema, login);
    return newest;
  });
}

async function enable(kernel: Kernel, province: Province, plugin: Plugin, content: unknown): Promise<void> {
  if (plugin.onEnable === undefined) return;
  const template = content === undefined ? undefined : plugin.template?.parse(content);
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    await kernel.watch.runAtMost(
      { province, plugin, operation: 'onEnable' },
      async (turn) => {
        const ctx = createContext({ kernel, province, plugin, database, principal: system, turn });
        await ctx.change(async (trx) => {
          await plugin.onEnable!(ctx, trx, template);
          return null;
        });
      },
      enableSeconds,
    );
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
  plugin: Pick<Plugin, 'id' | 'version'>,
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
