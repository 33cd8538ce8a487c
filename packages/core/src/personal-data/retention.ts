import { sql } from 'kysely';
import { schemaOf } from '../database/migrate.ts';
import type { Kernel } from '../kernel.ts';
import type { Trx } from '../plugin/context.ts';
import type { RetentionRule } from '../plugin/plugin.ts';
import type { Text } from '../plugin/text.ts';
import type { Province } from '../tenancy/registry.ts';
import { contextOf, type Holder, holdersOf } from './holders.ts';

/** A rule as it is in force in a province. */
export interface EffectiveRule {
  readonly module: string;
  readonly rule: string;
  readonly title: Text;
  readonly action: RetentionRule['action'];
  /** ISO 8601. */
  readonly keep: string;
  /** What the module proposes. */
  readonly proposed: string;
}

/** Rows that one change deals with: it holds their locks. */
export const retentionBatch = 500;

/** What a province may set: at least a day, at most a hundred years. */
export const keepPattern = /^P(?:[1-9]\d{0,4}D|[1-9]\d{0,3}M)$/;

/** Every rule of the modules that may hold data, with the province's own periods where it set them. */
export async function retentionOf(kernel: Kernel, province: Province): Promise<EffectiveRule[]> {
  const rows = await kernel.pools.use(province, ({ db }) => db.selectFrom('core.retention').selectAll().execute());
  const own = new Map(rows.map(({ plugin, rule, keep }) => [`${plugin}/${rule}`, keep]));
  return holdersOf(kernel, province).flatMap(({ plugin, held }) =>
    Object.entries(held.retentionRules ?? {}).map(([rule, { title, keep, action }]) => ({
      module: plugin.id,
      rule,
      title,
      action,
      keep: own.get(`${plugin.id}/${rule}`) ?? keep,
      proposed: keep,
    })),
  );
}

export function ruleOf(holders: readonly Holder[], module: string, rule: string): { readonly holder: Holder; readonly rule: RetentionRule } | undefined {
  const holder = holders.find(({ plugin }) => plugin.id === module);
  const found = holder?.held.retentionRules?.[rule];
  return holder && found && { holder, rule: found };
}

/** Applies a rule to one batch inside a change of the core's. Answers how many rows it found, and what was too old. */
export async function applyRule(kernel: Kernel, province: Province, { module, rule: name, keep }: EffectiveRule, trx: Trx): Promise<{ readonly rows: number; readonly before: Date }> {
  const { holder, rule } = ruleOf(holdersOf(kernel, province), module, name)!;
  const { rows } = await sql<{ before: Date }>`select ${kernel.now()}::timestamptz - ${keep}::interval as before`.execute(trx);
  const { before } = rows[0]!;
  return kernel.pools.use(province, async (database) => {
    const ctx = await contextOf(kernel, province, database, holder.plugin);
    const own = trx.withSchema(schemaOf(holder.plugin.id)) as unknown as Trx;
    const handler = { province, plugin: holder.plugin, operation: `retention ${name}` };
    return { rows: await kernel.watch.run(handler, () => rule.apply(ctx, own, before, retentionBatch)), before };
  });
}
