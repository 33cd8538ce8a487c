import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { Actor, Context } from '../plugin/context.ts';
import type { PersonalData, Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';

/** What a module declares that it holds about people. */
export type Held = Extract<PersonalData, { readonly fields: object }>;

export interface Holder {
  readonly plugin: Plugin;
  readonly held: Held;
}

/**
 * The modules that may hold personal data in a province: also those that are off, for switching off deletes nothing.
 * The core itself comes last: as long as the account is there, whatever broke off can be done again.
 */
export function holdersOf({ plugins, coreModule }: Kernel, province: Province): Holder[] {
  const modules = plugins.all.filter(({ id }) => hasSchema(province, id));
  return [...modules, coreModule].flatMap((plugin) => ('fields' in plugin.personalData ? { plugin, held: plugin.personalData } : []));
}

/** Modules that have left data in the province, and whose code is not here to answer for it. */
export function missingHolders({ plugins }: Kernel, province: Province): string[] {
  return [...province.modules.keys()].filter((id) => hasSchema(province, id) && plugins.get(id) === undefined);
}

/** A module's context, for one change at most; `actor` is whom the log names for it. Default: the system. */
export async function contextOf(kernel: Kernel, province: Province, database: ProvinceDatabase, plugin: Plugin, actor: Actor = system.actor): Promise<Context> {
  await kernel.organisations.load(province, database);
  return createContext({ kernel, province, plugin, database, principal: { ...system, actor } });
}

const hasSchema = (province: Province, module: string) => (province.modules.get(module)?.migratedTo ?? null) !== null;
