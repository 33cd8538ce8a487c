import type { ReportContext } from '../module.ts';
import { openStates, type ReportState } from '../handling/report-states.ts';
import type { Answers } from './questions.ts';
import type { RequestFilter } from './request-filter.ts';

/** A public report, as much of it as the standard shows. */
export interface RequestRow {
  readonly code: string;
  readonly category: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly address: string | null;
  readonly text: string;
  readonly state: ReportState;
  readonly agency: string;
  readonly answer: string | null;
  readonly photos: number;
  readonly rating: string | null;
  readonly reopened: number;
  readonly answers: Answers | null;
  readonly requested: Date;
  readonly due: Date;
  readonly updated: Date;
  /** How many there are beside those of this page, where changes are asked for. */
  readonly total: number;
}

const columns = `report.code, report.category, report.commune, report.lat, report.lon, report.address, report.public_text as text, report.state,
  report.agency, report.answer, cardinality(report.photos) + cardinality(report.after_photos) as photos, report.rating, report.reopened,
  report.submitted_at as requested, report.due_at as due,
  (select answers from field_reports.report_answers as own where own.report = report.id) as answers`;

const open = openStates.map((state) => `'${state}'`).join(', ');

/** Who pages through changes is done within this time. */
const pollMs = 120_000;

/**
 * Requests in an order in which pages neither lose nor repeat any while reports change.
 *
 * By date: newest first, an order that no change moves. By change: each report at its first change after the time that
 * was asked for, so that later ones add to the end and move nothing. Where not all fit on one page and no end was named,
 * what changed just now shows the time before paging began: whoever goes on from the latest time seen meets it again.
 */
export async function selectRequests(ctx: ReportContext, filter: RequestFilter): Promise<RequestRow[]> {
  const values: unknown[] = [];
  const value = (given: unknown, type: string) => `$${values.push(given)}::${type}`;
  const { ids, changed, requested, page, pageSize } = filter;
  const conditions = ['report.public', ...narrowing(filter, value)];
  if (ids !== undefined) conditions.push(`report.code = any(${value(ids, 'text[]')})`);
  if (requested !== undefined) conditions.push(`report.submitted_at >= ${value(requested.from, 'timestamptz')} and report.submitted_at <= ${value(requested.to, 'timestamptz')}`);
  const now = ctx.now();
  const paging = `limit ${value(pageSize, 'int')} offset ${value((page - 1) * pageSize, 'int')}`;

  if (changed === undefined) {
    return ctx.query<RequestRow>(
      `select ${columns}, 0 as total, coalesce((select max(shown_at) from field_reports.report_changes as change where change.report = report.id and noticed_at <= ${value(now, 'timestamptz')}),
         date_trunc('second', report.submitted_at)) as updated
       from field_reports.reports as report where ${conditions.join(' and ')}
       order by report.submitted_at desc, report.id desc ${paging}`,
      values,
    );
  }
  const until = value(changed.before !== undefined && changed.before < now ? changed.before : now, 'timestamptz');
  const rows = await ctx.query<RequestRow>(
    `with listed as materialized (
       select report, min(noticed_at) as first, min(event) as event, max(shown_at) as updated
       from field_reports.report_changes where noticed_at > ${value(changed.after, 'timestamptz')} and noticed_at <= ${until}
       group by report
     )
     select ${columns}, listed.updated, (count(*) over ())::int as total
     from listed join field_reports.reports as report on report.id = listed.report
     where ${conditions.join(' and ')}
     order by listed.first, listed.event ${paging}`,
    values,
  );
  const before = new Date(Math.floor((now.getTime() - pollMs) / 1_000) * 1_000);
  const paged = changed.before === undefined && (page > 1 || (rows[0]?.total ?? 0) > pageSize);
  return paged ? rows.map((row) => (row.updated > before ? { ...row, updated: before } : row)) : rows;
}

function narrowing({ serviceCodes, status, bbox }: RequestFilter, value: (given: unknown, type: string) => string): string[] {
  const conditions: string[] = [];
  if (serviceCodes !== undefined) conditions.push(`report.category = any(${value(serviceCodes, 'text[]')})`);
  if (status !== undefined) conditions.push(`report.state ${status === 'open' ? '' : 'not '}in (${open})`);
  if (bbox !== undefined) {
    const [west, south, east, north] = bbox.map((degrees) => value(degrees, 'float8'));
    conditions.push(`point(report.lon, report.lat) <@ box(point(${west}, ${south}), point(${east}, ${north}))`);
  }
  return conditions;
}
