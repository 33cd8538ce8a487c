import { Problem, type PermissionName, type Text } from '@tinhthong/core';
import { reportNotFound } from '../after-answer/follow-up.ts';
import type { Report } from '../handling/move-report.ts';
import { openStates, type ReportState } from '../handling/report-states.ts';
import type { ReportContext, ReportTrx } from '../module.ts';

/** States in which an agency works on it: what is paused and extended is its time. */
export const handledStates: readonly ReportState[] = ['assigned', 'in-progress', 'reopened'];

/** The report, locked for the change, for whoever may do this with it; none of it is told to others. */
export async function lockReport(ctx: ReportContext, trx: ReportTrx, code: string, permission: PermissionName): Promise<Report> {
  const report = await trx.selectFrom('reports').selectAll().where('code', '=', code).forUpdate().executeTakeFirst();
  if (report === undefined) throw reportNotFound();
  ctx.authorize(permission, report);
  return report;
}

export function mustBe(report: Report, states: readonly ReportState[], what: Text): void {
  if (states.includes(report.state)) return;
  throw new Problem(409, 'impossible-move', {
    vi: `Không thể ${what.vi} khi phản ánh đang ở trạng thái "${report.state}".`,
    en: `It is not possible to ${what.en} while the report is "${report.state}".`,
  });
}

export const mustBeOpen = (report: Report, what: Text) => mustBe(report, openStates, what);

/** Of what a clock is set to: a moment that has passed is no deadline. */
export function tooEarly(): Text {
  return { vi: 'phải ở tương lai', en: 'must lie in the future' };
}
