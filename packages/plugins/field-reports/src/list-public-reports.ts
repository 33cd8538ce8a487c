import { publicColumns } from './public-report.ts';
import type { ReportContext } from './module.ts';
import type { ReportState } from './report-states.ts';

export interface PublicFilter {
  readonly bbox?: readonly [number, number, number, number] | undefined;
  readonly category?: string | undefined;
  readonly status?: ReportState | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

// Below this share of the province's area the place index finds the few reports; above it, the newest reports
// are walked until the page is full.
const smallBoxShare = 0.02;

/** A page of public reports as JSON text, `{items, next}`; kept in memory while the event log stands still. */
export function listPublicReports(ctx: ReportContext, filter: PublicFilter): Promise<string> {
  const { bbox, category, status, limit, cursor } = filter;
  const purpose = `reports|${bbox ?? ''}|${category ?? ''}|${status ?? ''}`;
  return ctx.cached(`${purpose}|${limit}|${cursor ?? ''}`, async () => {
    const values: unknown[] = [limit];
    const value = (given: unknown) => `$${values.push(given)}`;
    const conditions = ['report.public'];
    if (bbox !== undefined) conditions.push(inBox(ctx, bbox, value));
    if (category !== undefined) conditions.push(`report.category = ${value(category)}`);
    if (status !== undefined) conditions.push(`report.state = ${value(status)}`);
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
        select code, category, commune, lat, lon, address, text, status, agency, "submittedAt", "dueAt", "answeredAt", photos, rating
        from page limit $1::int
      ) as report) as items,
      (select json_build_array("submittedAt", id) from page where (select count(*) from page) > $1::int offset $1::int - 1 limit 1) as next`;
}

function inBox(ctx: ReportContext, [west, south, east, north]: NonNullable<PublicFilter['bbox']>, value: (given: unknown) => string): string {
  const [w, s, e, n] = ctx.tenant.bounds;
  const share = ((east - west) * (north - south)) / ((e - w) * (n - s));
  const [left, bottom, right, top] = [west, south, east, north].map((degrees) => `${value(degrees)}::float8`);
  return share < smallBoxShare
    ? `point(report.lon, report.lat) <@ box(point(${left}, ${bottom}), point(${right}, ${top}))`
    : `report.lon between ${left} and ${right} and report.lat between ${bottom} and ${top}`;
}
