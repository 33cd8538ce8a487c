import { sql } from 'kysely';
import type { ReportContext, ReportTrx } from '../module.ts';
import { definitions, definitionVersion, type MetricId, metricIds, type MetricParts } from './definitions.ts';
import { readInput } from './metric-input.ts';
import type { Period } from './period.ts';
import type { PeriodSums } from './read-sums.ts';

/** A figure as it was published, or published again after a correction. */
export interface Edition {
  readonly metric: MetricId;
  readonly revision: number;
  readonly parts: MetricParts;
  readonly computedAt: Date;
  /** Why it was corrected; nothing of the first. */
  readonly reason: string | null;
}

/** What every metric of a period comes to, by what is known now. */
export async function computeFigures(ctx: ReportContext, period: Period, sums?: PeriodSums): Promise<Map<MetricId, MetricParts>> {
  const input = await readInput(ctx, period, sums);
  return new Map(metricIds.map((id) => [id, definitions[id].parts(input)]));
}

/** What was published of a period by the definitions of today, the newest edition of each metric first. */
export async function readEditions(db: ReportContext['db'] | ReportTrx, { from, to }: Period): Promise<Map<MetricId, Edition[]>> {
  const rows = await db
    .selectFrom('published_figures')
    .select(['metric', 'revision', 'parts', 'computed_at as computedAt', 'reason'])
    .where('first_day', '=', from)
    .where('last_day', '=', to)
    .where('version', '=', definitionVersion)
    .orderBy('revision', 'desc')
    .execute();
  return Map.groupBy(rows, ({ metric }) => metric);
}

/** Stores editions; one that another node has stored meanwhile stays as it is. */
export async function storeEditions(trx: ReportTrx, { from, to }: Period, editions: readonly Edition[]): Promise<void> {
  if (editions.length === 0) return;
  const rows = editions.map(({ metric, revision, parts, computedAt, reason }) => ({
    metric, first_day: from, last_day: to, version: definitionVersion, revision, parts, computed_at: computedAt.toISOString(), reason,
  }));
  await sql`
    insert into field_reports.published_figures
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(metric text, first_day date, last_day date, version int, revision int, parts jsonb, computed_at timestamptz, reason text)
    on conflict do nothing
  `.execute(trx);
}

/** Whether two counts of the same differ by more than a sum of hours can by being added up in another order. */
export function differs(a: MetricParts, b: MetricParts): boolean {
  const apart = (x: number, y: number) => Math.abs(x - y) > 1e-6;
  return apart(a.numerator, b.numerator) || apart(a.denominator, b.denominator) || (a.histogram ?? []).some((count, i) => count !== b.histogram?.[i]);
}
