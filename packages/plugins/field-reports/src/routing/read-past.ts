import type { ReportContext } from '../module.ts';
import type { PastReport } from './replay-rules.ts';

/** Some milliseconds of work each, between which other requests are answered. */
const batch = 5_000;

const select = `
  select id, code, category, commune, lat, lon, submitted_at as "submittedAt", routing_rule as rule, submitted_at::text as place
  from field_reports.reports
  where (submitted_at, id) > ($1, $2)
  order by submitted_at, id
  limit ${batch}`;

/** What routing needs to know of all reports since a day, in batches, oldest first. */
export async function* readPast(ctx: ReportContext, since: Date): AsyncGenerator<PastReport[]> {
  let after: readonly [Date | string, string] = [since, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const rows = await ctx.query<PastReport & { id: string; place: string }>(select, after);
    yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < batch) return;
    after = [last.place, last.id];
  }
}
