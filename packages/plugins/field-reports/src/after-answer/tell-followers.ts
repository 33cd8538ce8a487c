import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports } from '../module.ts';

/** What followers of a report are told of, by the event. */
const toldEvents = {
  'report.accepted': 'followed-accepted',
  'report.answered': 'followed-answered',
  'report.closed': 'followed-closed',
  'report.reopened': 'followed-reopened',
} as const;
type Told = (typeof toldEvents)[keyof typeof toldEvents];

export const toldOf = (type: string): Told | undefined => (toldEvents as Readonly<Record<string, Told>>)[type];

/**
 * Whoever follows a report, or one that was merged into it, hears of its steps; one statement finds them all, whatever
 * the number of steps. Reporters hear of their own reports anyway.
 */
export const tellFollowers: Job<FieldReports> = {
  title: { vi: 'Báo cho người theo dõi phản ánh', en: 'Tell those who follow a report' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const steps = tasks.flatMap(({ event }) => {
      const told = event === null ? undefined : toldOf(event.type);
      return told === undefined ? [] : [{ report: event!.subject, told }];
    });
    const { rows } = await sql<{ id: string; code: string; told: Told }>`
      select subscription.id, report.code, step.told
      from unnest(${steps.map(({ report }) => report)}::uuid[], ${steps.map(({ told }) => told)}::text[]) with ordinality as step(report, told, position)
      join field_reports.reports as report on report.id = step.report
      cross join lateral field_reports.gathered_in(report.id) as member(id)
      join field_reports.subscriptions as subscription on subscription.report = member.id
      where report.public
        and subscription.confirmed_at is not null and (subscription.account is null or subscription.account is distinct from report.reporter)
      order by step.position
    `.execute(trx);
    for (const { id, code, told } of rows) ctx.tell(trx, told, { to: { subject: `subscription:${id}` }, data: { code }, link: `/phan-anh/${code}` });
  },
};
