import { type Kysely, sql } from 'kysely';
import type { LoggedEvent, Task } from '../plugin/context.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';

/**
 * The outbox: tasks as rows of the province, where attempts, backoff and death live. `due_at` is the whole state
 * (see the migration). While a task is claimed it is also the holder's token: every step moves it on, so whoever has
 * outlived a lease finds that the task is no longer theirs. The queue engine only carries ids; whatever it or a killed
 * process loses comes back when the lease runs out.
 */
export interface TakenTask extends Task {
  /** A process ended while it ran, or while it led tasks that ran together. */
  readonly interrupted: boolean;
  readonly plugin: string;
  readonly job: string;
}

/** Tasks that were claimed together. */
export interface Claim {
  readonly tasks: readonly number[];
  /** End of their lease as PostgreSQL writes it, to the microsecond: the token. */
  readonly until: string;
}

type Db = Kysely<ProvinceTables>;

/**
 * How long work lies still after a crash. A batch must reach a worker within it, or it is given out again; a task that
 * runs longer renews it.
 */
export const leaseSeconds = 15;
const lease = sql`now() + ${sql.lit(`${leaseSeconds} s`)}::interval`;
const longestBackoffSeconds = 3_600;

/**
 * Claims ready tasks of these plugins, oldest first. Where there are none, `nextMs` says when the next one becomes
 * ready, those that others hold included; null where nothing waits.
 */
export async function claimTasks(db: Db, plugins: readonly string[], limit: number): Promise<Claim & { readonly nextMs: number | null }> {
  const { rows } = await sql<Claim & { nextMs: number | null }>`
    with claimed as (
      -- By their place: a plan that was made while the outbox was small would look through all of it for each id.
      update core.tasks set due_at = ${lease}
      where ctid = any(array(
        select ctid from core.tasks where due_at <= now() and plugin = any(${plugins}::text[])
        order by due_at, id limit ${sql.lit(limit)} for update skip locked
      ))
      returning id
    )
    select coalesce(json_agg(id), '[]') as tasks, (${lease})::text as until,
      case when count(*) = 0 then (
        select extract(epoch from min(due_at) - now())::float8 * 1000 from core.tasks where due_at > now() and due_at < 'infinity'
      ) end as "nextMs"
    from claimed
  `.execute(db);
  return rows[0]!;
}

/**
 * Takes claimed tasks out of the outbox inside `trx`: their effect and their completion commit together. Answers the
 * ids of those that were still the holder's; whoever comes second waits for the row, then finds it gone.
 */
export async function takeTasks(trx: Db, { tasks, until }: Claim): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    delete from core.tasks where id = any(${tasks}::bigint[]) and due_at = ${until}::timestamptz returning id
  `.execute(trx);
  return rows.map(({ id }) => id);
}

/** What the claim still holds, without taking it. */
export async function readTasks(db: Db, { tasks, until }: Claim): Promise<TakenTask[]> {
  const { rows } = await sql<TaskRow>`
    select task.id, task.plugin, task.job, task.attempts, task.attempts > 0 and task.error is null as interrupted, task.payload, event.id as event_id, event.type as event_type,
      event.plugin as event_plugin, event.subject, event.at, event.data
    from core.tasks as task left join core.events as event on event.id = task.event_id
    where task.id = any(${tasks}::bigint[]) and task.due_at = ${until}::timestamptz order by task.id
  `.execute(db);
  return rows.map(toTask);
}

/** Holds the claim for another lease. Answers what is left of it: what somebody else has claimed since is not. */
export async function renewClaim(db: Db, { tasks, until }: Claim): Promise<Claim> {
  const { rows } = await sql<{ id: number; until: string }>`
    update core.tasks set due_at = ${lease} where id = any(${tasks}::bigint[]) and due_at = ${until}::timestamptz
    returning id, due_at::text as until
  `.execute(db);
  return { tasks: rows.map(({ id }) => id), until: rows[0]?.until ?? until };
}

/** Makes what is left of the claim ready for others at once. */
export async function giveBack(db: Db, { tasks, until }: Claim): Promise<void> {
  await sql`
    update core.tasks set due_at = now() where id = any(${tasks}::bigint[]) and due_at = ${until}::timestamptz
  `.execute(db);
}

/** Counts the attempt of one claimed task, before it runs: one that takes the process down must not run for ever. */
export async function beginTask(db: Db, id: number, until: string): Promise<Claim | undefined> {
  const { rows } = await sql<{ until: string }>`
    update core.tasks set attempts = attempts + 1, due_at = ${lease}
    where id = ${id} and due_at = ${until}::timestamptz returning due_at::text as until
  `.execute(db);
  return rows[0] && { tasks: [id], until: rows[0].until };
}

/**
 * Notes on the first of tasks that begin together that they did: a batch that takes the process down would otherwise
 * come back as if nothing had been. Their claim stays as it is.
 */
export async function beginTogether(db: Db, { tasks, until }: Claim): Promise<void> {
  await sql`
    update core.tasks set attempts = attempts + 1, error = null where id = ${tasks[0]} and due_at = ${until}::timestamptz
  `.execute(db);
}

/**
 * Puts a failed task back with a growing, jittered pause; after its last attempt it is dead. `not-ours` where it took
 * effect before it failed, or belongs to somebody else by now.
 */
export async function failTask(db: Db, task: TakenTask, until: string, mostAttempts: number, reason: string): Promise<'again' | 'dead' | 'not-ours'> {
  const dead = task.attempt >= mostAttempts;
  const pause = Math.min(longestBackoffSeconds, 2 ** task.attempt) * (0.5 + Math.random());
  const { rows } = await sql`
    update core.tasks set attempts = ${task.attempt}, error = ${reason.slice(0, 2_000)},
      due_at = case when ${dead} then 'infinity' else now() + make_interval(secs => ${pause}) end
    where id = ${task.id} and due_at = ${until}::timestamptz returning id
  `.execute(db);
  if (rows.length === 0) return 'not-ours';
  return dead ? 'dead' : 'again';
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

interface TaskRow {
  id: number;
  plugin: string;
  job: string;
  attempts: number;
  interrupted: boolean;
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
  return { id: row.id, plugin: row.plugin, job: row.job, attempt: row.attempts + 1, interrupted: row.interrupted, payload: row.payload, event };
}
