import { sql } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';
import type { ClosedReport } from './history.ts';
import { isUrgent } from './is-urgent.ts';

// So few that parsing them holds up no request on this thread.
const rowsAtOnce = 500;

interface Row {
  readonly id: string;
  readonly text: string;
  readonly category: string;
  readonly commune: string;
  readonly agency: string;
  readonly priority: string;
  /** With its microseconds, which a `Date` loses: the next batch begins right behind. */
  readonly at: string;
}

/**
 * The province's closed reports, the oldest first, a batch at a time: masked texts only. What has been erased or redacted
 * since last night is not among them any more, or only as it may now be read.
 */
export async function* readHistory(ctx: ReportContext): AsyncGenerator<ClosedReport[]> {
  const { categories, committees } = await configurationOf(ctx);
  let after: Pick<Row, 'at' | 'id'> | undefined;
  for (;;) {
    const { rows } = await sql<Row>`
      select id, public_text as text, category, commune, agency, priority, submitted_at::text as at from field_reports.reports
      where state = 'closed' ${after === undefined ? sql`` : sql`and (submitted_at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`}
      order by submitted_at, id limit ${rowsAtOnce}
    `.execute(ctx.db);
    const last = rows.at(-1);
    if (last === undefined) return;
    // What the province calls by another name today is no answer for tomorrow.
    yield rows
      .filter(({ category }) => categories.has(category))
      .map(({ text, category, commune, agency, priority }) => ({
        text,
        category,
        commune,
        agency: committees.get(commune) === agency ? '$commune' : agency,
        urgent: isUrgent(categories.get(category), priority),
      }));
    if (rows.length < rowsAtOnce) return;
    after = last;
  }
}
