import { sql } from 'kysely';
import type { ReportContext } from './module.ts';
import type { Report } from './move-report.ts';

const metresPerDegree = 111_320;
const most = 5;

/** Open or recent reports of the same category close by, nearest first, so that a dispatcher sees what belongs together. */
export async function similarReports(ctx: ReportContext, report: Report): Promise<{ code: string; metres: number }[]> {
  const { similarMetres, similarDays } = ctx.settings;
  const dLat = similarMetres / metresPerDegree;
  const dLon = dLat / Math.cos((report.lat * Math.PI) / 180);
  const { rows } = await sql<{ code: string; metres: number }>`
    select code, round(metres)::int as metres
    from (
      -- A place has few reports, a category of a flood thousands: offset 0 has the place looked up first.
      select *, ${metresPerDegree}::float8 * sqrt(power(lat - ${report.lat}, 2) + power((lon - ${report.lon}) * cos(radians(${report.lat})), 2)) as metres
      from field_reports.reports
      where point(lon, lat) <@ box(point(${report.lon - dLon}, ${report.lat - dLat}), point(${report.lon + dLon}, ${report.lat + dLat}))
      offset 0
    ) as near
    where id <> ${report.id} and category = ${report.category} and metres <= ${similarMetres}
      and submitted_at > ${report.submitted_at}::timestamptz - make_interval(days => ${similarDays})
      and state not in ('rejected', 'withdrawn', 'merged')
    order by metres limit ${most}
  `.execute(ctx.db);
  return rows;
}
