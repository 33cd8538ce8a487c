import { sql } from 'kysely';
import { bucketBounds, quantile } from '../http/latency-buckets.ts';
import type { Kernel } from '../kernel.ts';
import type { Quota } from './quota.ts';
import type { Province } from './registry.ts';

/** How a province fares and what it uses; figures alone, nothing of what is in it. */
export interface Usage {
  readonly province: string;
  readonly quota: Quota;
  /** Null where its database does not answer. */
  readonly database: DatabaseUsage | null;
  /** Over the last quarter of an hour and all nodes, a minute behind. */
  readonly requests: {
    readonly count: number;
    readonly aMinute: number;
    /** Answered with 5xx. */
    readonly errors: number;
    readonly p50Ms: number | null;
    readonly p99Ms: number | null;
  };
}

export interface DatabaseUsage {
  readonly bytes: number;
  /** Sessions at this moment, of all nodes. */
  readonly connections: number;
  readonly files: { readonly count: number; readonly bytes: number };
  /** `waiting`: not in their order yet. */
  readonly events: { readonly count: number; readonly waiting: number };
  /** `waiting`: ready and not taken; `dead`: given up, until somebody runs them again. */
  readonly tasks: { readonly waiting: number; readonly oldestWaitingSeconds: number | null; readonly dead: number };
  /** To webhooks. `waiting`: neither received nor given up. */
  readonly deliveries: { readonly waiting: number };
}

const minutes = 15;

export async function usageOf(kernel: Kernel, province: Province): Promise<Usage> {
  const [database, requests] = await Promise.all([databaseUsage(kernel, province).catch(() => null), requestUsage(kernel, province)]);
  return { province: province.id, quota: province.quota, database, requests };
}

export function databaseUsage(kernel: Kernel, province: Province): Promise<DatabaseUsage> {
  return kernel.pools.use(province, async ({ db }) => {
    const { rows } = await sql<DatabaseUsage>`
      select pg_database_size(current_database()) as bytes,
        (select count(*) from pg_stat_activity where datname = current_database()) as connections,
        (select json_build_object('count', count(*), 'bytes', coalesce(sum(size), 0)) from core.files) as files,
        (select json_build_object('count', coalesce(max(position), 0), 'waiting', (select count(*) from core.events where position is null))
          from core.events where position is not null) as events,
        (select json_build_object(
          'waiting', count(*) filter (where due_at <= now()),
          'oldestWaitingSeconds', round(extract(epoch from now() - min(due_at) filter (where due_at <= now()))),
          'dead', count(*) filter (where due_at = 'infinity')) from core.tasks) as tasks,
        (select json_build_object('waiting', count(*)) from core.deliveries where due_at < 'infinity') as deliveries
    `.execute(db);
    return rows[0]!;
  });
}

async function requestUsage({ registry }: Kernel, { id }: Province): Promise<Usage['requests']> {
  const rows = await registry.db
    .selectFrom('registry.request_minutes')
    .select(['requests', 'errors', 'buckets'])
    .where('province', '=', id)
    .where('minute', '>', sql<Date>`now() - make_interval(mins => ${minutes})`)
    .execute();
  const buckets = bucketBounds.map((_, index) => rows.reduce((sum, row) => sum + (row.buckets[index] ?? 0), 0));
  buckets.push(rows.reduce((sum, row) => sum + (row.buckets[bucketBounds.length] ?? 0), 0));
  const count = rows.reduce((sum, row) => sum + row.requests, 0);
  return {
    count,
    aMinute: Math.round((count / minutes) * 10) / 10,
    errors: rows.reduce((sum, row) => sum + row.errors, 0),
    p50Ms: quantile(buckets, 0.5),
    p99Ms: quantile(buckets, 0.99),
  };
}
