import { sql } from 'kysely';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { time } from '../shapes.ts';

/** What each coordinating agency was asked for, as the lead sees it; `text` is null while it is missing. */
export const partShape = z
  .object({ agency: z.string(), askedAt: time, text: z.string().nullable(), givenAt: time.nullable() })
  .meta({ id: 'Contribution' });
export type Part = z.output<typeof partShape>;

export async function partsOf(ctx: ReportContext, report: string) {
  return ctx.db
    .selectFrom('contributions')
    .select(['agency', 'asked_at as askedAt', 'text', 'given_at as givenAt'])
    .where('report', '=', report)
    .orderBy('agency')
    .execute();
}

/** Whether somebody may read a report because their agency coordinates it: SQL to stand beside `report:read`. */
export function coordinatedBy(ctx: ReportContext) {
  const asked = ctx.db.selectFrom('contributions').select('contributions.report').where(ctx.allowed('contribution:write'));
  return sql<boolean>`reports.id in (${asked})`;
}
