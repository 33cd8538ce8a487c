import type { Kernel } from '../kernel.ts';
import type { Text } from '../plugin/text.ts';
import type { Province } from '../tenancy/registry.ts';
import { holdersOf, missingHolders } from './holders.ts';
import { retentionOf } from './retention.ts';

/** One kind of personal data, as the register of processing activities lists it. */
export interface RegisterEntry {
  readonly module: string;
  readonly title: Text;
  /** `table.column` of the module's own schema. */
  readonly field: string;
  readonly purpose: Text;
  /** Under Law 91/2025/QH15: location, biometrics and the like. */
  readonly sensitive: boolean;
}

export interface Register {
  readonly province: string;
  readonly entries: readonly RegisterEntry[];
  readonly retention: readonly { readonly module: string; readonly text: Text; readonly rules: readonly { readonly title: Text; readonly keep: string; readonly action: string }[] }[];
  /** Modules that hold no personal data, with the reason they give. */
  readonly none: readonly { readonly module: string; readonly reason: string }[];
  /** Modules that have left data here and whose code is not installed: what they hold is not known. */
  readonly unknown: readonly string[];
}

/** What a province holds about people, from what its modules declare; Law 91/2025/QH15 and Decree 356/2025 ask for it. */
export async function personalDataRegister(kernel: Kernel, province: Province): Promise<Register> {
  const holders = holdersOf(kernel, province);
  const rules = await retentionOf(kernel, province);
  return {
    province: province.id,
    entries: holders.flatMap(({ plugin: { id: module, title }, held }) =>
      Object.entries(held.fields).map(([field, { purpose, sensitive = false }]) => ({ module, title, field, purpose, sensitive })),
    ),
    retention: holders.map(({ plugin: { id: module }, held }) => ({
      module,
      text: held.retention,
      rules: rules.filter((rule) => rule.module === module).map(({ title, keep, action }) => ({ title, keep, action })),
    })),
    none: kernel.plugins.all.flatMap(({ id, personalData }) => (province.modules.has(id) && 'none' in personalData ? { module: id, reason: personalData.none } : [])),
    unknown: missingHolders(kernel, province),
  };
}
