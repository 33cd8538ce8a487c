import type { OpenKernel } from '../create-kernel.ts';
import { identityOf } from '../identity/identity-tables.ts';
import { tidyAccounts } from '../identity/tidy-accounts.ts';
import { createLogKeeper } from '../events/log-keeper.ts';
import { forgetOldDeliveries } from '../events/webhooks/deliveries.ts';
import { createSender } from '../events/webhooks/sender.ts';
import { forgetOld } from '../events/idempotency.ts';
import type { Engine } from './engine.ts';
import { claimTasks, giveBack } from './outbox.ts';
import { createRelay } from './relay.ts';
import { runBatch } from './run-batch.ts';
import { createSchedules, forgetOldRuns } from './schedules.ts';
import { createConnectors } from '../modules/connectors.ts';
import { inSpan } from '../monitoring/tracing.ts';
import { defaultQuota } from '../tenancy/quota.ts';
import { type Province, takesWrites } from '../tenancy/registry.ts';

export interface Work {
  /** Finishes what is under way and gives the rest back. */
  stop(): Promise<void>;
}

const workerConcurrency = 3;
const sweepEveryMs = 20_000;
const lookEveryMs = 5_000;
const tidyEveryMs = 3_600_000;

/** Everything that goes on behind the requests: sealing, projections, relay, worker, schedules, sweeps. */
export function startWork(kernel: OpenKernel, engine: Engine): Work {
  const { registry, pools, log, meters } = kernel;
  const onError = (error: Error, province: string) => log.warn({ province, err: error }, 'background work');
  const keeper = createLogKeeper(kernel);
  const sender = createSender(kernel);
  const stopping = new AbortController();
  const active = () => registry.provinces().filter(takesWrites);
  const activeOne = (id: string) => active().find((province) => province.id === id);

  const relay = createRelay({
    claim: async (id, limit) => {
      const province = activeOne(id);
      if (province === undefined) return { tasks: [], until: '', nextMs: null };
      const on = kernel.modulesOn(province).map(({ id }) => id);
      return pools.use(province, ({ db }) => claimTasks(db, on, limit));
    },
    send: async (batch) => {
      await engine.add(batch).catch((error: unknown) => {
        meters.batches.inc({ step: 'not-sent' });
        throw error;
      });
      meters.batches.inc({ step: 'sent' });
    },
    giveBack: (batch) => pools.use(registry.byId(batch.province)!, ({ db }) => giveBack(db, batch)),
    mostInFlight: (id) => (registry.byId(id)?.quota ?? defaultQuota).jobs,
    onError,
  });

  engine.work(workerConcurrency, async (batch) => {
    relay.begun(batch);
    try {
      const province = activeOne(batch.province);
      if (province !== undefined) await inSpan('batch of tasks', { kind: 'consumer', province: batch.province, about: { batch: batch.id } }, () => runBatch(kernel, province, batch, stopping.signal));
      meters.batches.inc({ step: 'done' });
    } catch (error) {
      meters.batches.inc({ step: 'broken-off' });
      log.warn({ province: batch.province, err: error }, 'a batch of tasks broke off; they come back when its lease is over');
    } finally {
      if (!relay.ended(batch.province, batch.id)) registry.bus.send({ topic: 'tasks', province: batch.province, value: batch.id });
    }
  });
  kernel.onCommitted(({ id }) => {
    keeper.hint(id);
    relay.hint(id);
  });
  // By a node that only serves.
  registry.bus.on('committed', ({ province }) => {
    keeper.hint(province);
    relay.hint(province);
  });
  registry.bus.on('tasks', ({ province, value }) => void (value === undefined ? relay.hint(province) : relay.ended(province, value)));
  // A module was switched on, a province resumed: what has waited for it is ready.
  registry.onRefresh(sweep);

  /** Brings back what a crash or a lost hint left behind. */
  function sweep(): void {
    for (const { id } of active()) {
      keeper.hint(id);
      relay.hint(id);
      sender.hint(id);
    }
  }

  const underWay = new Map<string, Promise<void>>();

  /** Does something in every province at once: one that is down or slow neither stops nor delays the others. */
  function everywhere(what: string, work: (province: Province) => Promise<void>): void {
    for (const province of active()) {
      const name = `${what} ${province.id}`;
      if (underWay.has(name)) continue;
      const ended = work(province)
        .catch((error: Error) => onError(error, province.id))
        .finally(() => underWay.delete(name));
      underWay.set(name, ended);
    }
  }

  const schedules = createSchedules(kernel);
  const look = () => everywhere('look', (province) => schedules.look(province, kernel.now()));
  const tidy = () => {
    void tidyAccounts({ db: identityOf(registry.db), now: kernel.now }).catch((error: Error) => log.warn({ err: error }, 'national accounts'));
    everywhere('tidy', (province) =>
      pools.use(province, async (database) => {
        await forgetOld(database.db);
        await forgetOldRuns(database.db);
        await forgetOldDeliveries(database.db);
        await kernel.files.sweep(province, database);
      }),
    );
  };
  const intervals = [setInterval(sweep, sweepEveryMs), setInterval(look, lookEveryMs), setInterval(tidy, tidyEveryMs)];
  const connectors = createConnectors(kernel);
  registry.onRefresh(connectors.reconcile);
  connectors.reconcile();
  sweep();
  look();

  return {
    async stop() {
      stopping.abort();
      const sent = sender.stop();
      for (const interval of intervals) clearInterval(interval);
      await connectors.stop();
      await Promise.all(underWay.values());
      await relay.stop();
      await engine.close();
      await keeper.stop();
      await sent;
    },
  };
}
