import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import { type Accuracy, precisionOf, recallOf } from './measure-guesses.ts';
import type { SuggestionKind } from './fate.ts';

export interface FateCounts {
  readonly kind: SuggestionKind;
  /** At the threshold or above; of them those that differed from what the report came with. */
  readonly made: number;
  readonly shown: number;
  /** Of the shown. */
  readonly confirmed: number;
  readonly changed: number;
  readonly ignored: number;
}

/** What became of the suggestions made in a span of days, by kind. */
export async function fateCounts(ctx: ReportContext, from: Date, to: Date): Promise<FateCounts[]> {
  const { rows } = await sql<FateCounts>`
    select kind, count(*)::int as made, (count(*) filter (where shown))::int as shown,
      (count(*) filter (where shown and fate = 'confirmed'))::int as confirmed,
      (count(*) filter (where shown and fate = 'changed'))::int as changed,
      (count(*) filter (where shown and fate = 'ignored'))::int as ignored
    from field_reports.suggestions where made_at >= ${from} and made_at < ${to} group by kind order by kind
  `.execute(ctx.db);
  return rows;
}

/**
 * How right the suggestions of a span were, by what reports were when they were closed: precision over what was
 * suggested, recall over all closed reports of the class that were submitted in the span, suggested for or not.
 */
export async function measuredInUse(ctx: ReportContext, kind: 'category' | 'agency', from: Date, to: Date): Promise<Accuracy> {
  const { rows } = await sql<{ value: string; reports: number; guessed: number; right: number }>`
    with closed as (
      select id, ${sql.raw(kind)} as truth from field_reports.reports as reports
      where state = 'closed' and submitted_at >= ${from} and submitted_at < ${to}
    ), said as (
      select closed.truth, suggestions.suggested from field_reports.suggestions as suggestions join closed on closed.id = suggestions.report
      where suggestions.kind = ${kind}
    ), of_truth as (select truth as value, count(*)::int as reports from closed group by truth),
    of_said as (select suggested as value, count(*)::int as guessed, (count(*) filter (where suggested = truth))::int as right from said group by suggested)
    select value, coalesce(reports, 0) as reports, coalesce(guessed, 0) as guessed, coalesce("right", 0) as right
    from of_truth full join of_said using (value) order by value
  `.execute(ctx.db);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  const right = sum((row) => row.right);
  const said = sum((row) => row.guessed);
  return {
    reports: sum((row) => row.reports),
    right,
    said,
    saidRight: right,
    calibrationError: 0,
    byClass: Object.fromEntries(rows.map(({ value, ...counts }) => [value, counts])),
  };
}

/** As the API and the page show it. */
export function shownAccuracy({ reports, right, said, saidRight, byClass }: Accuracy) {
  return {
    reports,
    right,
    accuracy: reports === 0 ? null : right / reports,
    said,
    saidRight,
    byValue: Object.entries(byClass)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([value, counts]) => ({ value, ...counts, precision: precisionOf(counts), recall: recallOf(counts) })),
  };
}
