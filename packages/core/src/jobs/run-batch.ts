import { schemaOf } from '../database/migrate.ts';
import { UnitOfWork } from '../events/unit-of-work.ts';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import { noteInSpan } from '../monitoring/tracing.ts';
import type { Trx } from '../plugin/context.ts';
import type { Job, Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { orAborted, orSessionEnded, within } from './cut-off.ts';
import { holdTask } from './hold-task.ts';
import { beginTogether, type Claim, failTask, giveBack, readTasks, renewClaim, type TakenTask, takeTasks } from './outbox.ts';

/** Where a batch runs, and what tells it to begin nothing more. */
interface Place {
  readonly kernel: Kernel;
  readonly province: Province;
  readonly database: ProvinceDatabase;
  readonly stopping: AbortSignal;
}

interface Work {
  readonly plugin: Plugin;
  readonly job: Job;
  readonly attempts: number;
}

const defaultAttempts = 8;
const lastAttemptLost = 'The process ended during the last attempt';
// A batch of slow tasks gives the rest back, so that one province does not keep a worker from the others.
const turnMs = 5_000;

/** Does the tasks of a batch: each job's together where it takes them together, else one after another. */
export async function runBatch(kernel: Kernel, province: Province, claim: Claim, stopping: AbortSignal): Promise<void> {
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    const place = { kernel, province, database, stopping };
    const byJob = Map.groupBy(await readTasks(database.db, claim), ({ plugin, job }) => `${plugin} ${job}`);
    for (const tasks of byJob.values()) await runJob(place, tasks, claim.until);
    kernel.committed(province);
  });
}

async function runJob(place: Place, tasks: readonly TakenTask[], until: string): Promise<void> {
  const { plugin: id, job: name } = tasks[0]!;
  const plugin = place.kernel.moduleOn(place.province, id);
  // Switched off since they were claimed: they wait until it is on again.
  if (plugin === undefined) return giveBack(place.database.db, claimOf(tasks, until));
  const job = plugin.jobs[name];
  if (job === undefined) {
    for (const task of tasks) await failed(place, plugin, defaultAttempts, task, until, new Error(`${id} ${plugin.version} has no job "${name}"`));
    return;
  }
  const work = { plugin, job, attempts: job.attempts ?? defaultAttempts };
  const oneByOne = (task: TakenTask) => runTogether(place, work, [task], until);
  if (job.runAll === undefined) await inTurn(place, tasks, until, (task) => runAlone(place, work, task, until));
  // One of them may have taken the process down: alone it is found, and counted until it is dead.
  else if (tasks.some(({ interrupted }) => interrupted)) await inTurn(place, tasks, until, oneByOne);
  else await runTogether(place, work, tasks, until);
}

/** One after another, until the turn is over or the process stops; the rest is given back. */
async function inTurn(place: Place, tasks: readonly TakenTask[], until: string, run: (task: TakenTask) => Promise<void>): Promise<void> {
  const over = performance.now() + turnMs;
  for (const [done, task] of tasks.entries()) {
    if (place.stopping.aborted || (done > 0 && performance.now() > over)) return giveBack(place.database.db, claimOf(tasks.slice(done), until));
    await run(task);
  }
}

async function runTogether(place: Place, work: Work, tasks: readonly TakenTask[], until: string): Promise<void> {
  const { kernel, province, database } = place;
  const { plugin, job, attempts } = work;
  const [first] = tasks as readonly [TakenTask, ...TakenTask[]];
  if (tasks.length === 1 && first.attempt > attempts) return failed(place, plugin, attempts, first, until, new Error(lastAttemptLost));
  // A change of their own would be stored even where the tasks are not completed, and be made again with the next attempt.
  const complete = () => Promise.reject(new Error(`${plugin.id}: tasks that run together write through the trx they are given`));
  await beginTogether(database.db, claimOf(tasks, until));
  try {
    await within(job.timeoutSeconds, (signal) =>
      database.db.transaction().execute(async (trx) => {
        const own = trx.withSchema(schemaOf(plugin.id)) as unknown as Trx;
        const unit = new UnitOfWork(plugin.id, system.actor, (type) => kernel.consumersOf(province, plugin.id, type));
        const ctx = createContext({ kernel, province, plugin, database, principal: system, task: { complete, signal, together: { trx: own, unit } } });
        const taken = new Set(await takeTasks(trx, claimOf(tasks, until)));
        const ours = tasks.filter(({ id }) => taken.has(id));
        const about = ours.length === 1 ? nameOf(first) : { tasks: ours.length };
        const handler = { province, plugin, operation: `job ${first.job}`, about, ...(ours.length === 1 && { caller: `task ${first.id}` }) };
        if (ours.length === 0) return;
        await kernel.watch.run(handler, () => {
          noteCauses(ours);
          return orSessionEnded(database.db, trx, signal, () => job.runAll!(ctx, own, ours));
        });
        await unit.flush(trx);
        kernel.watch.wrote(province, plugin, unit.size);
      }),
    );
  } catch (error) {
    if (tasks.length === 1) return failed(place, plugin, attempts, first, until, error);
    // One bad task must not hold back the others of its batch: they are tried again one by one.
    const rest = await renewClaim(database.db, claimOf(tasks, until));
    const kept = tasks.filter(({ id }) => rest.tasks.includes(id));
    await inTurn(place, kept, rest.until, (task) => runTogether(place, work, [task], rest.until));
  }
}

async function runAlone(place: Place, { plugin, job, attempts }: Work, task: TakenTask, until: string): Promise<void> {
  const { kernel, province, database } = place;
  if (task.attempt > attempts) return failed(place, plugin, attempts, task, until, new Error(lastAttemptLost));
  const held = await holdTask(database.db, task.id, until, (error) => kernel.log.warn({ province: province.id, err: error }, 'a lease could not be renewed'));
  if (held === undefined) return;
  let completed = false;
  async function complete(trx: ProvinceDatabase['db']): Promise<void> {
    const taken = await takeTasks(trx, await held!.settle());
    if (taken.length === 0) throw new Error(`Task ${task.id} has been given to another worker`);
    completed = true;
  }
  try {
    await within(job.timeoutSeconds, async (signal) => {
      const ctx = createContext({ kernel, province, plugin, database, principal: system, task: { complete, signal } });
      const handler = { province, plugin, operation: `job ${task.job}`, caller: `task ${task.id}`, about: nameOf(task) };
      await kernel.watch.run(handler, () => {
        noteCauses([task]);
        return orAborted(signal, () => job.run!(ctx, task, signal));
      });
      if (!completed) await complete(database.db);
    });
  } catch (error) {
    await failed(place, plugin, attempts, task, (await held.settle()).until, error);
  } finally {
    await held.settle();
  }
}

async function failed({ kernel, province, database }: Place, plugin: Plugin, attempts: number, task: TakenTask, until: string, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  const outcome = await failTask(database.db, task, until, attempts, reason);
  kernel.meters.taskFailures.inc({ module: plugin.id, outcome });
  kernel.log.warn({ province: province.id, module: plugin.id, job: task.job, task: task.id, attempt: task.attempt, outcome, err: error }, 'task failed');
}

function nameOf({ id, event }: TakenTask) {
  return { task: id, event: event?.id };
}

/** The outbox carries no trace: the change that a task comes from is found by the subject of the event, which both name. */
function noteCauses(tasks: readonly TakenTask[]): void {
  for (const { event } of tasks) if (event !== null) noteInSpan('caused by', { event: event.id, type: event.type, subject: event.subject });
}

function claimOf(tasks: readonly TakenTask[], until: string): Claim {
  return { tasks: tasks.map(({ id }) => id), until };
}
