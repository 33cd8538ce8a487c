import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';

const metresPerDegree = 111_320;
const most = 5;

/** Notes which open or recent reports of the same category lie close by, so that a dispatcher sees what belongs together. */
export const findSimilar: Job<FieldReports> = {
  title: { vi: 'Tìm phản ánh tương tự gần đó', en: 'Find similar reports nearby' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const ids = tasks.flatMap(({ event }) => event?.subject ?? []);
    const { similarMetres, similarDays } = ctx.settings;
    const degrees = similarMetres / metresPerDegree;
    await sql`
      insert into field_reports.similar (report, other, metres)
      select report.id, near.id, near.metres
      from field_reports.reports as report cross join lateral (
        select other.id, ${metresPerDegree}::float8 * sqrt(power(other.lat - report.lat, 2)
          + power((other.lon - report.lon) * cos(radians(report.lat)), 2)) as metres
        from field_reports.reports as other
        where point(other.lon, other.lat) <@ box(
            point(report.lon - ${degrees}::float8 * 1.1, report.lat - ${degrees}::float8),
            point(report.lon + ${degrees}::float8 * 1.1, report.lat + ${degrees}::float8))
          and other.category = report.category and other.id <> report.id and other.submitted_at < report.submitted_at
          and other.submitted_at > report.submitted_at - make_interval(days => ${similarDays})
          and other.state not in ('rejected', 'withdrawn', 'merged')
        order by metres limit ${most}
      ) as near
      where report.id = any(${ids}::uuid[]) and report.place_exact and near.metres <= ${similarMetres}
      on conflict do nothing
    `.execute(trx);
  },
};
