import { metresPerDegree } from '@tinhthong/core';
import { sql } from 'kysely';
import type { Report } from '../handling/move-report.ts';
import { openStates, type ReportState } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';
import { type Place, type Ranked, rankSimilar } from './rank-similar.ts';

const most = 5;
/** Of a place where much is reported the newest are compared; a flood must not make this slow. */
const mostCompared = 300;

export interface Asked {
  readonly category: string;
  readonly commune: string;
  readonly place: Place;
  readonly text?: string | undefined;
  readonly address?: string | null | undefined;
  /** Public ones alone, for citizens. */
  readonly onlyPublic: boolean;
  /** The report that is compared itself. */
  readonly except?: string | undefined;
}

export interface Similar extends Ranked {
  readonly id: string;
  readonly code: string;
  readonly status: ReportState;
  readonly text: string;
  readonly address: string | null;
  readonly commune: string;
  readonly voices: number;
  readonly submittedAt: Date;
}

interface Candidate extends Omit<Similar, keyof Ranked> {
  readonly lat: number;
  readonly lon: number;
  readonly exact: boolean;
}

/**
 * Reports of the same category that may be about the same thing: open ones, and those that were answered or closed within
 * the days that the province sets, within its metres; by distance and by likeness of the text.
 */
export async function findSimilar(ctx: ReportContext, asked: Asked): Promise<Similar[]> {
  const { similarMetres, similarDays } = ctx.settings;
  const { place, category } = asked;
  const near = place.exact ? inBox(place, similarMetres) : sql`commune = ${asked.commune} and category = ${category}`;
  const { rows } = await sql<Candidate>`
    -- A place has few reports, a category of a flood thousands: the place is looked up first.
    with near as materialized (
      select id, category, public, submitted_at from field_reports.reports where ${near}
      ${place.exact ? sql`` : sql`order by submitted_at desc limit ${mostCompared}`}
    ), compared as materialized (
      select id from near where category = ${category} and (public or not ${asked.onlyPublic}::boolean) order by submitted_at desc limit ${mostCompared}
    )
    select report.id, code, state as status, public_text as text, address, commune, voices, submitted_at as "submittedAt", lat, lon, place_exact as exact
    from compared join field_reports.reports as report using (id)
    where report.id is distinct from ${asked.except ?? null}::uuid and (state = any(${openStates}) or
      state in ('answered', 'closed') and coalesce(closed_at, answered_at, updated_at) > ${ctx.now()}::timestamptz - make_interval(days => ${similarDays}))
  `.execute(ctx.db);
  const words = asked.text === undefined ? undefined : `${asked.text} ${asked.address ?? ''}`;
  const candidates = rows.map(({ lat, lon, exact, text, ...row }) => ({ ...row, own: text, text: `${text} ${row.address ?? ''}`, place: { lat, lon, exact } }));
  return rankSimilar({ place, text: words }, candidates, similarMetres)
    .slice(0, most)
    .map(({ own, place: _, ...ranked }) => ({ ...ranked, text: own }));
}

/** What lies near a report, so that a dispatcher sees what belongs together. */
export function similarReports(ctx: ReportContext, report: Report): Promise<Similar[]> {
  const { id, category, commune, lat, lon, place_exact: exact, address, public_text: text } = report;
  return findSimilar(ctx, { category, commune, place: { lat, lon, exact }, text, address, onlyPublic: false, except: id });
}

function inBox({ lat, lon }: Place, metres: number) {
  // A little wider: what lies just outside of the circle is left out afterwards.
  const dLat = (metres + 1) / metresPerDegree;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return sql`point(lon, lat) <@ box(point(${lon - dLon}, ${lat - dLat}), point(${lon + dLon}, ${lat + dLat}))`;
}
