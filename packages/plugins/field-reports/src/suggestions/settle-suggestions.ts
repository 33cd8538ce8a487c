import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { FieldReports, ReportTrx } from '../module.ts';
import { type Fate, fateOf, type SuggestionKind } from './fate.ts';
import { isUrgent } from './is-urgent.ts';

/**
 * Writes down what became of suggestions. By assigning a report a person has decided what it is and whose; by bringing it
 * to its end, everything: read off the report, whichever way it was moved.
 */
export const settleSuggestions: Job<FieldReports> = {
  title: { vi: 'Ghi lại kết quả của gợi ý', en: 'Record what became of suggestions' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const { categories } = await configurationOf(ctx);
    const ids = tasks.flatMap(({ event }) => event?.subject ?? []);
    const settled = (await openSuggestions(trx, ids)).flatMap((row): Settled[] => {
      const { kind, state, decided } = row;
      const isOver = over.includes(state);
      // Whether it is there already can be seen until the end.
      if (decided && state !== 'closed') return [];
      if (kind === 'duplicate' && !isOver) return [];
      const dropped = state === 'rejected' || state === 'withdrawn' || (state === 'merged' && kind !== 'duplicate');
      const is = { category: row.category, agency: row.agency, urgency: isUrgent(categories.get(row.category), row.priority) ? 'immediate' : 'normal', duplicate: row.merged_into }[kind];
      return [{ id: row.id, fate: dropped ? 'ignored' : fateOf(row, is), became: is, truth: state === 'closed' ? is : null }];
    });
    await store(trx, settled);
  },
};

const over: readonly string[] = ['closed', 'rejected', 'withdrawn', 'merged'];

interface Settled {
  readonly id: string;
  readonly fate: Fate;
  readonly became: string | null;
  readonly truth: string | null;
}

interface Open {
  readonly id: string;
  readonly kind: SuggestionKind;
  readonly suggested: string;
  readonly given: string | null;
  readonly decided: boolean;
  readonly state: string;
  readonly category: string;
  readonly agency: string;
  readonly priority: string;
  /** Code of the report that it was merged into. */
  readonly merged_into: string | null;
}

async function openSuggestions(trx: ReportTrx, ids: readonly string[]): Promise<Open[]> {
  const { rows } = await sql<Open>`
    select suggestion.id, suggestion.kind, suggestion.suggested, suggestion.given, suggestion.fate is not null as decided,
      report.state, report.category, report.agency, report.priority, other.code as merged_into
    from field_reports.suggestions as suggestion
    join field_reports.reports as report on report.id = suggestion.report
    left join field_reports.reports as other on other.id = report.merged_into
    where suggestion.report = any(${ids}::uuid[])
  `.execute(trx);
  return rows;
}

/** The first decision stands; what the report was when it was closed is written beside it. */
async function store(trx: ReportTrx, settled: readonly Settled[]): Promise<void> {
  if (settled.length === 0) return;
  await sql`
    update field_reports.suggestions as suggestion
    set fate = coalesce(suggestion.fate, row.fate), became = case when suggestion.fate is null then row.became else suggestion.became end,
      decided_at = coalesce(suggestion.decided_at, now()), truth = coalesce(row.truth, suggestion.truth)
    from jsonb_to_recordset(${JSON.stringify(settled)}::jsonb) as row(id uuid, fate text, became text, truth text)
    where suggestion.id = row.id
  `.execute(trx);
}
