import { publicColumns } from './public-report.ts';
import type { ReportContext } from '../module.ts';
import { conditionsOf, listedColumns, type PublicFilter } from './public-filter.ts';
import { searchPublicReports } from './search-public-reports.ts';

/** A page of public reports as JSON text, `{items, next}`; kept in memory while the event log stands still. */
export function listPublicReports(ctx: ReportContext, filter: PublicFilter): Promise<string> {
  const { bbox, category, commune, status, q, limit, cursor } = filter;
  if (q !== undefined) return searchPublicReports(ctx, { ...filter, q });
  const purpose = `reports|${bbox ?? ''}|${category ?? ''}|${commune ?? ''}|${status ?? ''}`;
  return ctx.cached(`${purpose}|${limit}|${cursor ?? ''}`, async () => {
    const values: unknown[] = [limit];
    const value = (given: unknown) => `$${values.push(given)}`;
    const conditions = conditionsOf(ctx, filter, value);
    if (cursor !== undefined) {
      const [at, id] = ctx.cursors.open(purpose, cursor);
      conditions.push(`(report.submitted_at, report.id) < (${value(at)}::timestamptz, ${value(id)}::uuid)`);
    }
    const [page] = await ctx.query<{ items: string | null; next: [string, string] | null }>(selectPage(conditions.join(' and ')), values);
    const next = page?.next ? ctx.cursors.seal(purpose, page.next) : null;
    return `{"items":[${page?.items ?? ''}],"next":${JSON.stringify(next)}}`;
  });
}

/** Chooses the page by narrow columns that an index holds, then reads its rows. One more tells whether there is a next page. */
function selectPage(condition: string): string {
  return `
    with chosen as materialized (
      select report.submitted_at, report.id from field_reports.reports as report where ${condition}
      order by report.submitted_at desc, report.id desc limit $1::int + 1
    ),
    page as materialized (
      select report.id, ${publicColumns} from chosen join field_reports.reports as report using (id)
      order by report.submitted_at desc, report.id desc
    )
    select
      (select string_agg(row_to_json(report)::text, ',') from (
        select ${listedColumns}
        from page limit $1::int
      ) as report) as items,
      (select json_build_array("submittedAt", id) from page where (select count(*) from page) > $1::int offset $1::int - 1 limit 1) as next`;
}
