import type { Principal } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { NewEvent } from '../plugin/context.ts';
import type { Province } from '../tenancy/registry.ts';
import type { CoreEvents } from './core-events.ts';
import { coreContext } from './core-context.ts';

/**
 * Records in a province's log what was changed for it in the registry, which is another database: the change stands
 * already, and a province whose database is away must not keep its operator from switching a module off.
 */
export async function recordCoreEvent<E extends keyof CoreEvents>(
  kernel: Kernel,
  province: Province,
  by: Principal,
  type: E,
  event: NewEvent<CoreEvents[E]>,
): Promise<void> {
  try {
    await kernel.pools.use(province, async (database) => {
      await kernel.organisations.load(province, database);
      const ctx = coreContext(kernel, province, database, by);
      await ctx.change(async (trx) => {
        ctx.publish(trx, type, event);
        return null;
      });
    });
  } catch (error) {
    kernel.log.error({ province: province.id, module: event.subject, event: type, err: error }, 'an audit event could not be written');
  }
}
