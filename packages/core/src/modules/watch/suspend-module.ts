import { system } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import { recordAct } from '../../tenancy/acts.ts';
import type { Province } from '../../tenancy/registry.ts';
import { recordCoreEvent } from '../../core-module/record-core-event.ts';

/** What a module did that got it suspended. */
export type Cause = 'failing' | 'flooding' | 'stuck';

export interface Suspension {
  readonly cause: Cause;
  /** Where it was seen last. */
  readonly operation: string;
}

const causes: Readonly<Record<Cause, readonly [vi: string, en: string]>> = {
  failing: ['lỗi hoặc quá giờ nhiều lần', 'it failed or overran again and again'],
  flooding: ['tự sinh quá nhiều sự kiện, việc nền hoặc nhật ký', 'it flooded the province with events, tasks or log lines'],
  stuck: ['chạy mãi không dừng và làm đứng máy chủ', 'it ran without end and blocked the server'],
};

/**
 * Takes a module off in one province until a person has switched it on again. Answers whether it was on: of several
 * nodes that come to it, one does it. The platform's record of it is written with it, the province's own after it.
 */
export async function suspendModule(kernel: Kernel, province: Province, module: string, { cause, operation }: Suspension): Promise<boolean> {
  const { registry, log } = kernel;
  const [vi, en] = causes[cause];
  const version = await registry.db.transaction().execute(async (trx) => {
    const row = await trx
      .updateTable('registry.modules')
      .set({ state: 'suspended', reason: `${vi} / ${en}: ${operation}`, changed_at: new Date() })
      .where('province', '=', province.id)
      .where('plugin', '=', module)
      .where('state', 'in', ['on', 'migrating'])
      .returning('version')
      .executeTakeFirst();
    if (row !== undefined) await recordAct(trx, { type: 'module.suspended', actor: 'system', province: province.id, data: { module, version: row.version, cause, operation } });
    return row?.version;
  });
  if (version === undefined) return false;
  await registry.changed(province.id);
  kernel.meters.suspensions.inc({ module, cause });
  log.error({ province: province.id, module, cause, operation }, 'module suspended in this province');
  await recordCoreEvent(kernel, province, system, 'module.suspended', { subject: module, data: { module, version, cause, operation } });
  return true;
}
