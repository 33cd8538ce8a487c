import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';

const sums = `
  'submitted', coalesce(sum(submitted), 0), 'accepted', coalesce(sum(accepted), 0), 'rejected', coalesce(sum(rejected), 0),
  'answered', coalesce(sum(answered), 0), 'answeredOnTime', coalesce(sum(answered_on_time), 0), 'closed', coalesce(sum(closed), 0),
  'reopened', coalesce(sum(reopened), 0), 'rated', coalesce(sum(rated), 0), 'satisfied', coalesce(sum(satisfied), 0),
  'acceptedRating', coalesce(sum(accepted_rating), 0)`;

/** Figures of a span of days as JSON text, from the kept rows; answered from memory while nothing changes. */
export function readFigures(ctx: ReportContext, from: string, to: string): Promise<string> {
  return ctx.cached(`figures|${from}|${to}`, async () => {
    const { rows } = await sql<{ json: string }>`
      with span as (select * from field_reports.figures where day between ${from} and ${to})
      select json_build_object('from', ${from}::text, 'to', ${to}::text,
        'total', (select json_build_object(${sql.raw(sums)}) from span),
        'categories', (select coalesce(json_agg(one order by category), '[]') from (
          select category, json_build_object('category', category, ${sql.raw(sums)}) as one from span group by category) as by_category)
      )::text as json
    `.execute(ctx.db);
    return rows[0]!.json;
  });
}

/** The day in Vietnam, as the figures count it: `2026-11-22`. */
export function dayOf(at: Date): string {
  return new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
