import { schemaOf } from '../database/migrate.ts';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { Trx } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import { type Province, takesWrites } from '../tenancy/registry.ts';
import { beginFollowing, caughtUp, follow } from './follow.ts';
import { seal } from './sealer.ts';
import { fillDeliveries } from './webhooks/fill-deliveries.ts';
import { follower as webhooks } from './webhooks/webhook.ts';

export interface LogKeeper {
  /** Something was committed in this province. */
  hint(province: string): void;
  stop(): Promise<void>;
}

const pauseMs = 100;

/** Seals each province's log soon after a commit, fills the webhooks' deliveries, folds the new events into the projections, and tells every node. */
export function createLogKeeper(kernel: Kernel): LogKeeper {
  const timers = new Map<string, NodeJS.Timeout>();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;

  function hint(id: string): void {
    if (stopped || timers.has(id)) return;
    if (running.has(id)) {
      again.add(id);
      return;
    }
    timers.set(
      id,
      setTimeout(() => {
        timers.delete(id);
        const work = keep(id)
          .catch((error: unknown) => kernel.log.error({ province: id, err: error }, 'the event log could not be sealed'))
          .finally(() => {
            running.delete(id);
            if (again.delete(id)) hint(id);
          });
        running.set(id, work);
      }, pauseMs),
    );
  }

  async function keep(id: string): Promise<void> {
    const province = kernel.registry.byId(id);
    if (province === undefined || !takesWrites(province)) return;
    await kernel.pools.use(province, async (database) => {
      const sealed = await seal(database.db);
      if (sealed?.more) again.add(id);
      const current = await caughtUp(database.db);
      // First what people outside wait for: figures may take longer.
      if (!current.has(`${webhooks.plugin} ${webhooks.name}`) && (await deliver(kernel, province, database))) again.add(id);
      const folded = await foldAll(kernel, province, database, current);
      if (folded) again.add(id);
      if (sealed !== undefined) kernel.registry.bus.send({ topic: 'position', province: id, value: sealed.position });
    });
  }

  return {
    hint,
    async stop() {
      stopped = true;
      for (const timer of timers.values()) clearTimeout(timer);
      await Promise.all(running.values());
    },
  };
}

/** Hands new events to the webhooks that wait for them. Answers whether there are more; a failure stops nobody else. */
async function deliver(kernel: Kernel, province: Province, database: ProvinceDatabase): Promise<boolean> {
  try {
    const { filled, more } = await fillDeliveries(kernel, province, database);
    if (filled) kernel.registry.bus.send({ topic: 'deliveries', province: province.id });
    return more;
  } catch (error) {
    kernel.log.error({ province: province.id, err: error }, 'deliveries to webhooks could not be filled');
    return false;
  }
}

/** Answers whether a projection is still behind. A failing one stops alone, and is tried again at the next hint. */
async function foldAll(kernel: Kernel, province: Province, database: ProvinceDatabase, current: ReadonlySet<string>): Promise<boolean> {
  let behind = false;
  for (const plugin of kernel.modulesOn(province)) {
    for (const name of Object.keys(plugin.projections ?? {})) {
      if (current.has(`${plugin.id} ${name}`)) continue;
      try {
        behind = (await fold(kernel, province, database, plugin, name)) || behind;
      } catch (error) {
        kernel.log.error({ province: province.id, module: plugin.id, projection: name, err: error }, 'projection failed');
      }
    }
  }
  return behind;
}

async function fold(kernel: Kernel, province: Province, database: ProvinceDatabase, plugin: Plugin, name: string): Promise<boolean> {
  await kernel.organisations.load(province, database);
  const projection = plugin.projections![name]!;
  const follower = { plugin: plugin.id, name };
  await beginFollowing(database.db, follower);
  return follow(database.db, follower, async (trx, events) => {
    const wanted = events.filter((event) => event.plugin === plugin.id && projection.of.includes(event.type));
    if (wanted.length === 0) return;
    const ctx = createContext({ kernel, province, plugin, database, principal: system });
    const own = trx.withSchema(schemaOf(plugin.id)) as unknown as Trx;
    await kernel.watch.run({ province, plugin, operation: `projection ${name}` }, () => projection.apply(ctx, own, wanted));
  });
}
