import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import { createContext } from '../modules/create-context.ts';
import type { Job, Plugin } from '../plugin/plugin.ts';
import type { Trx } from '../plugin/context.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import { schemaOf } from '../database/migrate.ts';
import { beginTask, failTask, readTasks, type TakenTask, takeTasks } from './outbox.ts';

const defaultAttempts = 8;

interface Group {
  readonly plugin: Plugin;
  readonly job: Job;
  readonly tasks: readonly TakenTask[];
}

/** Does the tasks of a batch: each job's together where it takes them together, else one after another. */
export async function runBatch(kernel: Kernel, province: Province, ids: readonly number[], retryAt: (at: Date) => void): Promise<void> {
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    const tasks = await readTasks(database.db, ids);
    for (const group of groups(kernel, province, tasks)) {
      if (group.job.runAll !== undefined) await runTogether(kernel, province, database, group, retryAt);
      else for (const task of group.tasks) await runAlone(kernel, province, database, group, task, retryAt);
    }
    kernel.committed(province);
  });
}

/** Tasks of a module that is off stay where they are: their lease runs out, and they are done once it is on again. */
function groups(kernel: Kernel, province: Province, tasks: readonly TakenTask[]): Group[] {
  const byJob = Map.groupBy(tasks, ({ plugin, job }) => `${plugin} ${job}`);
  return [...byJob.values()].flatMap((group) => {
    const { plugin: pluginId, job: name } = group[0]!;
    const plugin = kernel.moduleOn(province, pluginId);
    const job = plugin?.jobs[name];
    return plugin === undefined || job === undefined ? [] : [{ plugin, job, tasks: group }];
  });
}

async function runTogether(
  kernel: Kernel,
  province: Province,
  database: ProvinceDatabase,
  { plugin, job, tasks }: Group,
  retryAt: (at: Date) => void,
): Promise<void> {
  const ctx = createContext({ kernel, province, plugin, database, principal: system });
  try {
    await within(job.timeoutSeconds, async () => {
      await database.db.transaction().execute(async (trx) => {
        const taken = await takeTasks(trx, tasks.map(({ id }) => id));
        if (taken.length > 0) await job.runAll!(ctx, trx.withSchema(schemaOf(plugin.id)) as unknown as Trx, taken);
      });
    });
  } catch (error) {
    // One bad task must not hold back the others of its batch: they are tried again one by one.
    if (tasks.length > 1) for (const task of tasks) await runTogether(kernel, province, database, { plugin, job, tasks: [task] }, retryAt);
    else await failed(kernel, province, database, { plugin, job, tasks }, error, retryAt);
  }
}

async function runAlone(
  kernel: Kernel,
  province: Province,
  database: ProvinceDatabase,
  group: Group,
  task: TakenTask,
  retryAt: (at: Date) => void,
): Promise<void> {
  const { plugin, job } = group;
  if (!(await beginTask(database.db, task.id, job.timeoutSeconds))) return;
  let completed = false;
  const completeTask = async (trx: ProvinceDatabase['db']) => {
    const taken = await takeTasks(trx, [task.id]);
    if (taken.length === 0) throw new Error(`Task ${task.id} was finished by another worker`);
    completed = true;
  };
  const ctx = createContext({ kernel, province, plugin, database, principal: system, completeTask });
  const overrun = new AbortController();
  try {
    await within(job.timeoutSeconds, () => job.run!(ctx, task, overrun.signal));
    if (!completed) await takeTasks(database.db, [task.id]);
  } catch (error) {
    overrun.abort(error);
    await failed(kernel, province, database, { plugin, job, tasks: [task] }, error, retryAt);
  }
}

async function failed(
  kernel: Kernel,
  province: Province,
  database: ProvinceDatabase,
  { plugin, job, tasks }: Group,
  error: unknown,
  retryAt: (at: Date) => void,
): Promise<void> {
  const task = tasks[0]!;
  const reason = error instanceof Error ? error.message : String(error);
  const due = await failTask(database.db, task, job.attempts ?? defaultAttempts, reason);
  kernel.log.warn({ province: province.id, module: plugin.id, job: task.job, task: task.id, attempt: task.attempt, err: error }, due === 'dead' ? 'task is dead' : 'task failed');
  if (due !== 'dead') retryAt(due);
}

async function within<T>(seconds: number, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const overrun = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`Overran its ${seconds} s`)), seconds * 1_000);
  });
  try {
    return await Promise.race([work(), overrun]);
  } finally {
    clearTimeout(timer);
  }
}
