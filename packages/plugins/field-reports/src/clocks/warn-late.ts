import type { Job, Notice } from '@tinhthong/core';
import { sql } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { FieldReports, ReportContext, ReportTrx } from '../module.ts';
import type { ClockRow } from './clocks-tables.ts';
import { clockOf, ladderFor, lookAt, rowOf, storeClocks, type Watch, watchOf } from './clock-rows.ts';
import { advance, type Clock, type ClockKind } from './clocks.ts';
import { ownerOf, stepsDue } from './ladder.ts';

const atOnce = 1_000;

const words: Readonly<Record<ClockKind, { readonly vi: string; readonly en: string }>> = {
  accept: { vi: 'tiếp nhận', en: 'to be accepted' },
  assign: { vi: 'chuyển xử lý', en: 'to be assigned' },
  answer: { vi: 'xử lý', en: 'to be handled' },
  whole: { vi: 'trả lời', en: 'to be answered' },
  coordinate: { vi: 'phối hợp', en: 'for its coordinating agency' },
  order: { vi: 'thực hiện chỉ đạo', en: 'for an order to be carried out' },
};

/**
 * Late, before it happens and when it does: whoever owes it is warned when three quarters of the time are gone, then
 * the ladder is climbed rung by rung. Clocks say themselves when to look at them again, so a look costs what is due.
 */
export const warnLate: Job<FieldReports> = {
  title: { vi: 'Nhắc sắp quá hạn, báo cấp trên khi quá hạn', en: 'Warn of deadlines, and pass what is late up the ladder' },
  cron: '*/5 * * * *',
  timeoutSeconds: 60,
  async run(ctx) {
    const configuration = await configurationOf(ctx);
    await ctx.change(async (trx) => {
      const looked = await lookAtClocks(ctx, trx, watchOf(ctx, configuration));
      // A flood's clocks come due together: the rest at once, in a change of its own.
      if (looked === atOnce) ctx.enqueue(trx, 'warn-late', {});
    });
  },
};

async function lookAtClocks(ctx: ReportContext, trx: ReportTrx, watch: Watch): Promise<number> {
  const now = ctx.now();
  // A report that is moved just now is looked at the next time.
  const { rows: due } = await sql<ClockRow & { code: string; owner: string; category: string }>`
    select clock.*, report.code, report.agency as owner, report.category
    from field_reports.clocks as clock join field_reports.reports as report on report.id = clock.report
    where clock.look_at <= ${now} order by clock.look_at limit ${atOnce}
    for update of report, clock skip locked
  `.execute(trx);
  const rows = [];
  const notices: Notice[] = [];
  for (const { code, owner, category, ...row } of due) {
    let clock = clockOf(row);
    const agency = ownerOf(clock, owner, watch.organisation);
    const data = { category, agency, clock: { kind: clock.kind, part: clock.part }, dueAt: clock.dueAt.toISOString() };
    for (const step of stepsDue(clock, now, ladderFor(clock, owner, watch), watch.calendar)) {
      const event = { subject: row.report, agency, at: now };
      if (step.does === 'warn') {
        ctx.publish(trx, 'clock.warned', { ...event, data });
        clock = advance([clock], { type: 'clock.warned', at: now, data })[0]!;
        notices.push(notice('soon', code, clock, agency));
      } else {
        ctx.publish(trx, 'clock.escalated', { ...event, data: { ...data, to: step.to, rung: step.rung } });
        clock = advance([clock], { type: 'clock.escalated', at: now, data: { ...data, rung: step.rung } })[0]!;
        notices.push(notice('late', code, clock, step.to));
      }
    }
    rows.push(rowOf(row.report, clock, lookAt(clock, owner, watch)));
  }
  await storeClocks(trx, rows);
  await ctx.notify(trx, notices);
  return due.length;
}

function notice(kind: 'soon' | 'late', code: string, clock: Clock, agency: string): Notice {
  const { vi, en } = words[clock.kind];
  return {
    // Of one due time: one that was moved is spoken of anew.
    key: `${kind}:${code}:${clock.kind}:${clock.part}:${agency}:${clock.dueAt.getTime()}:${clock.runsSince.getTime()}`,
    agency,
    title:
      kind === 'late' ? { vi: `Phản ánh ${code} đã quá hạn ${vi}`, en: `Report ${code} is late ${en}` } : { vi: `Phản ánh ${code} sắp quá hạn ${vi}`, en: `Report ${code} is due soon ${en}` },
    link: `/phan-anh/viec/${code}`,
  };
}
