import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import { toldOf } from '../after-answer/tell-followers.ts';
import type { FieldReports } from '../module.ts';

/**
 * Reporters of merged reports learn of the merge, and from then on of each step of the report that theirs is part of.
 * Of a merge its own reporter hears, and whoever was merged into theirs before; of a step all that were merged into the
 * report.
 */
export const tellMerged: Job<FieldReports> = {
  title: { vi: 'Báo cho người gửi phản ánh đã gộp', en: 'Tell reporters of merged reports' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const events = tasks.flatMap(({ event }) => event ?? []);
    const { rows } = await sql<{ id: string; own: string; last: string; type: string }>`
      select source.id, source.code as own, last.code as last, step.type
      from unnest(${events.map(({ subject }) => subject)}::uuid[], ${events.map(({ type }) => type)}::text[]) with ordinality as step(report, type, position)
      cross join lateral field_reports.gathered_in(step.report) as gathered(id)
      join field_reports.reports as source on source.id = gathered.id and source.state = 'merged'
      join field_reports.reports as last on last.id = field_reports.last_of(source.id)
      where last.public
      order by step.position
    `.execute(trx);
    for (const { id, own, last, type } of rows) {
      const link = `/phan-anh/theo-doi?code=${last}` as const;
      const told = toldOf(type);
      if (type === 'report.merged') ctx.tell(trx, 'report-merged', { to: { subject: id }, data: { code: own, into: last }, link });
      else if (told !== undefined) ctx.tell(trx, told, { to: { subject: id }, data: { code: last }, link });
    }
  },
};
