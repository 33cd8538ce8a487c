import { type RawBuilder, sql } from 'kysely';
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
    const conditions = [sql`report.public`];
    if (bbox !== undefined) conditions.push(inBox(ctx, bbox));
    if (category !== undefined) conditions.push(sql`report.category = ${category}`);
    if (status !== undefined) conditions.push(sql`report.state = ${status}`);
    if (cursor !== undefined) {
      const [at, id] = ctx.cursors.open(purpose, cursor);
      conditions.push(sql`(report.submitted_at, report.id) < (${at}::timestamptz, ${id}::uuid)`);
    }
    // One more than the page tells whether there is a next one. Each row comes as JSON text of its own.
    const { rows } = await sql<{ json: string; at: string; id: string }>`
      select row_to_json(shown)::text as json, report.submitted_at::text as at, report.id
      from (
        select * from field_reports.reports as report where ${sql.join(conditions, sql` and `)}
        order by report.submitted_at desc, report.id desc limit ${limit + 1}
      ) as report
      cross join lateral (select ${publicColumns}) as shown
    `.execute(ctx.db);
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    const next = last === undefined ? null : ctx.cursors.seal(purpose, [last.at, last.id]);
    return `{"items":[${rows.slice(0, limit).map(({ json }) => json).join(',')}],"next":${JSON.stringify(next)}}`;
  });
}

function inBox(ctx: ReportContext, [west, south, east, north]: readonly [number, number, number, number]): RawBuilder<unknown> {
  const [w, s, e, n] = ctx.tenant.bounds;
  const share = ((east - west) * (north - south)) / ((e - w) * (n - s));
  return share < smallBoxShare
    ? sql`point(report.lon, report.lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))`
    : sql`report.lon between ${west} and ${east} and report.lat between ${south} and ${north}`;
}
