import { type Kysely, sql } from 'kysely';
import type { LoggedEvent, Task } from '../plugin/context.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

/**
 * The outbox: tasks as rows of the province, where attempts, backoff and death live. `due_at` is the whole state
 * (see the migration). The queue engine only carries ids, so whatever it loses comes back when the lease runs out.
 */
export interface TakenTask extends Task {
  readonly plugin: string;
  readonly job: string;
}

type Db = Kysely<ProvinceTables>;

// A batch that has not been finished by then is given out again.
const leaseSeconds = 90;
const longestBackoffSeconds = 3_600;

/** Claims ready tasks for a lease and answers their ids. */
export async function claimTasks(db: Db, limit: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    update core.tasks set due_at = now() + ${sql.lit(`${leaseSeconds} s`)}::interval
    where id in (
      select id from core.tasks where due_at <= now() order by due_at, id limit ${sql.lit(limit)} for update skip locked
    )
    returning id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Takes claimed tasks out of the outbox inside `trx`: their effect and their completion commit together.
 * Whoever comes second waits for the row, then finds it gone.
 */
export async function takeTasks(trx: Db, ids: readonly number[]): Promise<TakenTask[]> {
  const { rows } = await sql<TaskRow>`
    with taken as (delete from core.tasks where id = any(${ids}::bigint[]) returning *)
    ${taskColumns} from taken as task left join core.events as event on event.id = task.event_id order by task.id
  `.execute(trx);
  return rows.map(toTask);
}

/** What the batch holds, without taking it. */
export async function readTasks(db: Db, ids: readonly number[]): Promise<TakenTask[]> {
  const { rows } = await sql<TaskRow>`
    ${taskColumns} from core.tasks as task left join core.events as event on event.id = task.event_id
    where task.id = any(${ids}::bigint[]) and task.due_at < 'infinity' order by task.id
  `.execute(db);
  return rows.map(toTask);
}

/** Keeps others away while one task runs for as long as it may, and counts the attempt. */
export async function beginTask(db: Db, id: number, seconds: number): Promise<boolean> {
  const { rows } = await sql`
    update core.tasks set attempts = attempts + 1, due_at = now() + make_interval(secs => ${seconds + 30})
    where id = ${id} and due_at < 'infinity' returning id
  `.execute(db);
  return rows.length > 0;
}

/** Puts a failed task back with a growing, jittered pause; after its last attempt it is dead. Answers when it is due. */
export async function failTask(db: Db, task: TakenTask, mostAttempts: number, reason: string): Promise<Date | 'dead'> {
  const dead = task.attempt >= mostAttempts;
  const pause = Math.min(longestBackoffSeconds, 2 ** task.attempt) * (0.5 + Math.random());
  await sql`
    update core.tasks set attempts = ${task.attempt}, error = ${reason.slice(0, 2_000)},
      due_at = case when ${dead} then 'infinity' else now() + make_interval(secs => ${pause}) end
    where id = ${task.id}
  `.execute(db);
  return dead ? 'dead' : new Date(Date.now() + pause * 1_000);
}

/** Dead tasks of a province, newest first, for the console. */
export async function deadTasks(db: Db) {
  return db
    .selectFrom('core.tasks')
    .select(['id', 'plugin', 'job', 'attempts', 'error', 'created_at as createdAt'])
    .where(sql<boolean>`due_at = 'infinity'`)
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** Runs a dead task again, from its first attempt. */
export async function reviveTask(db: Db, id: number): Promise<boolean> {
  const { rows } = await sql`
    update core.tasks set due_at = now(), attempts = 0, error = null where id = ${id} and due_at = 'infinity' returning id
  `.execute(db);
  return rows.length > 0;
}

const taskColumns = sql`
  select task.id, task.plugin, task.job, task.attempts, task.payload, event.id as event_id, event.type as event_type,
    event.plugin as event_plugin, event.subject, event.at, event.data`;

interface TaskRow {
  id: number;
  plugin: string;
  job: string;
  attempts: number;
  payload: unknown;
  event_id: number | null;
  event_type: string;
  event_plugin: string;
  subject: string;
  at: Date;
  data: unknown;
}

function toTask(row: TaskRow): TakenTask {
  const event: LoggedEvent | null =
    row.event_id === null
      ? null
      : { id: row.event_id, type: row.event_type, plugin: row.event_plugin, subject: row.subject, at: row.at, data: row.data };
  return { id: row.id, plugin: row.plugin, job: row.job, attempt: row.attempts + 1, payload: row.payload, event };
}
