import { type RawBuilder, sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import { addCounts, columns, noSums, stocks, type Sums } from './counters.ts';
import { type Face, faces } from './figure-rows.ts';
import { addDays, dayOf, type Period, startOf } from './period.ts';
import { spansOf } from './spans-of.ts';

/** The days that a mean of closed reports a day is taken over. */
export const backlogDays = 28;

/** The counts of a period, and what was open at its end. */
export interface PeriodSums extends Sums {
  readonly open: number;
  readonly late: number;
  /** Closed in the 28 days that end with the period. */
  readonly closed28: number;
}

export type FiguresFilter = { readonly [F in Face]?: string | undefined };

const counted = columns.filter((column) => !(stocks as readonly string[]).includes(column));
const sumsOfCounted = sql.raw(counted.map((column) => `coalesce(sum(${column}), 0)::float8 as ${column}`).join(', '));
const ofCounted = sql.raw(counted.map((column) => `coalesce(inside.${column}, 0) as ${column}`).join(', '));
const sinceEver = '0001-01-01';

/** Sums of a period by category, agency or commune; of those within another where a filter names it. */
export async function readSums(ctx: ReportContext, period: Period, face: Face, filter: FiguresFilter = {}): Promise<Map<string, PeriodSums>> {
  const end = lastDay(ctx, period);
  const [sums, early] = await Promise.all([sumsOfRows(ctx, { from: period.from, to: end }, face, filter), dueLaterToday(ctx, end, face, filter)]);
  for (const { key, reports } of early) {
    const row = sums.get(key);
    if (row !== undefined) sums.set(key, { ...row, due: row.due - (end >= period.from ? reports : 0), late: row.late - reports });
  }
  return sums;
}

/** All rows of a face added up. */
export function totalOf(rows: Iterable<PeriodSums>): PeriodSums {
  const total: Record<string, number> = { ...noSums, open: 0, late: 0, closed28: 0 };
  for (const row of rows) addCounts(total, row);
  return total as unknown as PeriodSums;
}

/** Nothing has happened after today; what is due later is neither met nor missed. */
export function lastDay(ctx: Pick<ReportContext, 'now'>, { to }: Period): string {
  const today = dayOf(ctx.now());
  return to < today ? to : today;
}

async function sumsOfRows(ctx: ReportContext, period: Period, face: Face, filter: FiguresFilter): Promise<Map<string, PeriodSums>> {
  const rowsOf = (span: Period) => sql`field_reports.figures where ${rowsWith(face, filter)} and ${between(span)}`;
  const { rows } = await sql<Sums & { key: string; open: number; late: number; closed28: number }>`
    -- materialized, or the planner, who takes sums for few rows, reckons the one anew for each row of the other
    with inside as materialized (select ${sql.ref(face)} as key, ${sumsOfCounted} from ${rowsOf(period)} group by 1),
    at_end as materialized (
      select ${sql.ref(face)} as key, (coalesce(sum(opened), 0) - coalesce(sum(ended), 0))::float8 as open,
        (coalesce(sum(late_begun), 0) - coalesce(sum(late_ended), 0))::float8 as late
      from ${rowsOf({ from: sinceEver, to: period.to })} group by 1
    ),
    lately as materialized (select ${sql.ref(face)} as key, coalesce(sum(closed), 0)::float8 as closed28 from ${rowsOf({ from: addDays(period.to, 1 - backlogDays), to: period.to })} group by 1)
    select key, ${ofCounted}, open, late, coalesce(closed28, 0) as closed28 from at_end left join inside using (key) left join lately using (key)
  `.execute(ctx.db);
  return new Map(rows.map(({ key, ...sums }) => [key, { ...noSums, ...sums }]));
}

/** Rows of one face alone, or where another is asked for as well, those of all three. */
function rowsWith(face: Face, filter: FiguresFilter): RawBuilder<unknown> {
  const given = faces.filter((one) => filter[one] !== undefined);
  const kept = given.some((one) => one !== face) ? 'all' : face;
  return sql.join([sql`face = ${kept}`, ...given.map((one) => sql`${sql.ref(one)} = ${filter[one]}`)], sql` and `);
}

function between(period: Period): RawBuilder<unknown> {
  const parts = spansOf(period).map(({ span, from, to }) => sql`(span = ${span} and day between ${from}::date and ${to}::date)`);
  return parts.length === 0 ? sql`false` : sql`(${sql.join(parts, sql` or `)})`;
}

/** Sums are kept by the day: of today's, these are not late yet. */
async function dueLaterToday(ctx: ReportContext, end: string, face: Face, filter: FiguresFilter): Promise<{ key: string; reports: number }[]> {
  const now = ctx.now();
  if (end !== dayOf(now)) return [];
  const conditions = faces.filter((one) => filter[one] !== undefined).map((one) => sql`and ${sql.ref(one)} = ${filter[one]}`);
  const { rows } = await sql<{ key: string; reports: number }>`
    select ${sql.ref(face)} as key, count(*)::int as reports from field_reports.report_facts
    where open and due_at > ${now} and due_at < ${startOf(addDays(end, 1))} ${sql.join(conditions, sql` `)}
    group by 1
  `.execute(ctx.db);
  return rows;
}
