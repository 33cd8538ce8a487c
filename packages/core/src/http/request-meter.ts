import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Meters } from '../monitoring/meters.ts';
import type { Registry } from '../tenancy/registry.ts';
import { bucketBounds, bucketOfMs } from './latency-buckets.ts';

export interface CountedRequest {
  /** Undefined at the national sites. */
  readonly province: string | undefined;
  readonly module: string;
  readonly status: number;
  readonly ms: number;
}

export interface RequestTotals {
  requests: number;
  /** Answered with 5xx. */
  errors: number;
}

/** Counts the requests of this node: by module for its metrics, by province for the registry, minute by minute. */
export interface RequestMeter {
  count(request: CountedRequest): void;
  /** Of each province, since this node has started. */
  totals(): ReadonlyMap<string, Readonly<RequestTotals>>;
  /** Writes what was counted. Called every minute while a node serves, and when it stops. */
  write(): Promise<void>;
}

interface Figures extends RequestTotals {
  readonly buckets: number[];
}

const keptFor = '2 days';

const statusClasses = ['0xx', '1xx', '2xx', '3xx', '4xx', '5xx'];

export function requestMeter({ db }: Pick<Registry, 'db'>, { requests }: Pick<Meters, 'requests'>): RequestMeter {
  const node = randomUUID();
  let counted = new Map<string, Figures>();
  const written = new Map<string, RequestTotals>();

  return {
    count({ province, module, status, ms }) {
      requests.observe({ module, status: statusClasses[Math.trunc(status / 100)]! }, ms / 1_000);
      if (province === undefined) return;
      let figures = counted.get(province);
      if (figures === undefined) counted.set(province, (figures = { requests: 0, errors: 0, buckets: Array.from({ length: bucketBounds.length + 1 }, () => 0) }));
      figures.requests += 1;
      if (status >= 500) figures.errors += 1;
      figures.buckets[bucketOfMs(ms)]! += 1;
    },
    totals() {
      const totals = new Map(written);
      for (const [province, figures] of counted) add(totals, province, figures);
      return totals;
    },
    async write() {
      if (counted.size === 0) return;
      const rows = [...counted].map(([province, figures]) => ({ minute: new Date(), node, province, ...figures }));
      for (const [province, figures] of counted) add(written, province, figures);
      counted = new Map();
      await db.insertInto('registry.request_minutes').values(rows).execute();
      await sql`delete from registry.request_minutes where minute < now() - ${sql.lit(keptFor)}::interval`.execute(db);
    },
  };
}

function add(totals: Map<string, RequestTotals>, province: string, { requests, errors }: RequestTotals): void {
  const total = totals.get(province) ?? { requests: 0, errors: 0 };
  totals.set(province, { requests: total.requests + requests, errors: total.errors + errors });
}
