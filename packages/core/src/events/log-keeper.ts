import { schemaOf } from '../database/migrate.ts';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { LoggedEvent, Trx } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { seal } from './sealer.ts';

export interface LogKeeper {
  /** Something was committed in this province. */
  hint(province: string): void;
  stop(): Promise<void>;
}

const pauseMs = 100;
const projectionBatch = 2_000;

/** Seals each province's log soon after a commit, folds the new events into the projections, and tells every node. */
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
    if (province === undefined || province.state !== 'active') return;
    await kernel.pools.use(province, async (database) => {
      const sealed = await seal(database.db);
      if (sealed?.more) again.add(id);
      const folded = await foldAll(kernel, province, database);
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

/** Answers whether a projection is still behind. A failing one stops alone, and is tried again at the next hint. */
async function foldAll(kernel: Kernel, province: Province, database: ProvinceDatabase): Promise<boolean> {
  let behind = false;
  for (const plugin of kernel.modulesOn(province)) {
    for (const name of Object.keys(plugin.projections ?? {})) {
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
  return database.db.transaction().execute(async (trx) => {
    await trx.insertInto('core.projections').values({ plugin: plugin.id, name }).onConflict((oc) => oc.doNothing()).execute();
    const { position } = await trx
      .selectFrom('core.projections')
      .select('position')
      .where('plugin', '=', plugin.id)
      .where('name', '=', name)
      .forUpdate()
      .executeTakeFirstOrThrow();
    const events = await trx
      .selectFrom('core.events')
      .select(['id', 'position', 'plugin', 'type', 'subject', 'at', 'data'])
      .where('position', '>', position)
      .orderBy('position')
      .limit(projectionBatch)
      .execute();
    const newest = events.at(-1)?.position;
    if (newest === undefined || newest === null) return false;
    const wanted = events.filter((event) => event.plugin === plugin.id && projection.of.includes(event.type)) as LoggedEvent[];
    if (wanted.length > 0) {
      const ctx = createContext({ kernel, province, plugin, database, principal: system });
      await projection.apply(ctx, trx.withSchema(schemaOf(plugin.id)) as unknown as Trx, wanted);
    }
    await trx.updateTable('core.projections').set({ position: newest }).where('plugin', '=', plugin.id).where('name', '=', name).execute();
    return events.length === projectionBatch;
  });
}
