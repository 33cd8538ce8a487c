import type { ReportState } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';

export interface PublicFilter {
  readonly bbox?: readonly [number, number, number, number] | undefined;
  readonly category?: string | undefined;
  readonly commune?: string | undefined;
  readonly status?: ReportState | undefined;
  /** Words of the text or address, with or without accents, or a code. */
  readonly q?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** What a list shows of each, by the names of `publicColumns`. */
export const listedColumns = 'code, category, commune, lat, lon, address, text, status, agency, "submittedAt", "dueAt", "answeredAt", photos, rating';

// Below this share of the province's area the place index finds the few reports; above it, the newest reports
// are walked until the page is full.
const smallBoxShare = 0.02;

/** What a public report must be to be shown under a filter, as SQL over `report`; its words and its place in the list aside. */
export function conditionsOf(ctx: ReportContext, { bbox, category, commune, status }: PublicFilter, value: (given: unknown) => string): string[] {
  const conditions = ['report.public'];
  if (bbox !== undefined) conditions.push(inBox(ctx, bbox, value));
  if (category !== undefined) conditions.push(`report.category = ${value(category)}`);
  if (commune !== undefined) conditions.push(`report.commune = ${value(commune)}`);
  if (status !== undefined) conditions.push(`report.state = ${value(status)}`);
  return conditions;
}

function inBox(ctx: ReportContext, [west, south, east, north]: NonNullable<PublicFilter['bbox']>, value: (given: unknown) => string): string {
  const [w, s, e, n] = ctx.tenant.bounds;
  const share = ((east - west) * (north - south)) / ((e - w) * (n - s));
  const [left, bottom, right, top] = [west, south, east, north].map((degrees) => `${value(degrees)}::float8`);
  return share < smallBoxShare
    ? `point(report.lon, report.lat) <@ box(point(${left}, ${bottom}), point(${right}, ${top}))`
    : `report.lon between ${left} and ${right} and report.lat between ${bottom} and ${top}`;
}
