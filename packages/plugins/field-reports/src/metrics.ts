import type { Metric } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from './module.ts';

/** Numerator and denominator of a rate, both as SQL over the rows of `figures` in the period. */
function rate(title: { vi: string; en: string }, direction: 'up' | 'down' | 'none', numerator: string, denominator: string): Metric<FieldReports> {
  return {
    title,
    unit: '%',
    direction,
    leastN: 30,
    async compute(ctx, { from, to }) {
      const { rows } = await sql<{ numerator: number; denominator: number }>`
        select coalesce(sum(${sql.raw(numerator)}), 0)::bigint as numerator, coalesce(sum(${sql.raw(denominator)}), 0)::bigint as denominator
        from field_reports.figures where day >= ${from}::timestamptz::date and day < ${to}::timestamptz::date
      `.execute(ctx.db);
      return rows[0]!;
    },
  };
}

export const metrics: Readonly<Record<string, Metric<FieldReports>>> = {
  'fr.accept_rate': rate({ vi: 'Tỷ lệ tiếp nhận', en: 'Acceptance' }, 'up', 'accepted', 'submitted'),
  'fr.reopen_rate': rate({ vi: 'Mở lại', en: 'Reopened' }, 'down', 'reopened', 'closed'),
  'fr.sat_hue': rate({ vi: 'Hài lòng và chấp nhận', en: 'Satisfied or accepting' }, 'up', 'satisfied + accepted_rating', 'rated'),
  'fr.rating_cov': rate({ vi: 'Tỷ lệ được đánh giá', en: 'Rating coverage' }, 'up', 'rated', 'closed'),
};
