import type { OpenKernel } from './create-kernel.ts';
import { createLogKeeper } from './events/log-keeper.ts';
import { forgetOld } from './events/idempotency.ts';
import type { Engine } from './jobs/engine.ts';
import { claimTasks } from './jobs/outbox.ts';
import { createRelay } from './jobs/relay.ts';
import { runBatch } from './jobs/run-batch.ts';
import { createSchedules } from './jobs/schedules.ts';

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
  const { registry, pools, log } = kernel;
  const onError = (error: Error) => log.warn({ err: error }, 'background work');
  const keeper = createLogKeeper(kernel);
  const timers = new Set<NodeJS.Timeout>();

  const relay = createRelay({
    claim: async (id, limit) => {
      const province = registry.byId(id);
      return province?.state === 'active' ? pools.use(province, ({ db }) => claimTasks(db, limit)) : [];
    },
    send: (batch) => engine.add(batch),
    onError,
  });

  function later(province: string, at: Date): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      relay.hint(province);
    }, Math.min(at.getTime() - Date.now(), 2 ** 31 - 1));
    timers.add(timer.unref());
  }

  engine.work(workerConcurrency, async ({ province: id, tasks }) => {
    try {
      const province = registry.byId(id);
      if (province?.state === 'active') await runBatch(kernel, province, tasks, (at) => later(id, at));
    } finally {
      relay.ended(id);
    }
  });
  kernel.onCommitted(({ id }) => {
    keeper.hint(id);
    relay.hint(id);
  });
  registry.bus.on('tasks', ({ province }) => relay.hint(province));

  /** Brings back what a crash or a lost hint left behind. */
  function sweep(): void {
    for (const { id, state } of registry.provinces()) {
      if (state !== 'active') continue;
      keeper.hint(id);
      relay.hint(id);
    }
  }

  async function tidy(): Promise<void> {
    for (const province of registry.provinces()) {
      if (province.state !== 'active') continue;
      await pools.use(province, async (database) => {
        await forgetOld(database.db);
        await kernel.files.sweep(province, database);
      });
    }
  }

  const schedules = createSchedules(kernel);
  let looking: Promise<void> = Promise.resolve();
  const look = () => void (looking = looking.then(() => schedules.look(kernel.now())).catch(onError));
  const intervals = [
    setInterval(sweep, sweepEveryMs),
    setInterval(look, lookEveryMs),
    setInterval(() => void tidy().catch(onError), tidyEveryMs),
  ];
  sweep();
  look();

  return {
    async stop() {
      for (const interval of intervals) clearInterval(interval);
      for (const timer of timers) clearTimeout(timer);
      await looking;
      await relay.stop();
      await engine.close();
      await keeper.stop();
    },
  };
}
