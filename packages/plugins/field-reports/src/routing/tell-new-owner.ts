import type { Text } from '@tinhthong/core';
import { pageDutyOfficer } from '../clocks/page-duty-officer.ts';
import type { Report } from '../handling/move-report.ts';
import type { ReportContext, ReportTrx } from '../module.ts';

export interface NewOwner {
  readonly agency: string;
  /** What it owes goes by the clock on the wall: its duty officer is called. */
  readonly immediate: boolean;
  /** Why it comes, where that can be told; by default that it does. */
  readonly title?: Text | undefined;
}

/** An agency hears of each report that comes to it from another one; whoever keeps theirs hears nothing. */
export async function tellNewOwner(ctx: ReportContext, trx: ReportTrx, { code, agency: before }: Pick<Report, 'code' | 'agency'>, { agency, immediate, title }: NewOwner): Promise<void> {
  if (agency === before) return;
  await ctx.notify(trx, [
    {
      // With its time: what goes away and comes back is told again.
      key: `owner:${code}:${agency}:${ctx.now().toISOString()}`,
      agency,
      title: title ?? { vi: `Phản ánh ${code} được chuyển đến đơn vị`, en: `Report ${code} comes to your agency` },
      link: `/phan-anh/viec/${code}`,
    },
  ]);
  await pageDutyOfficer(ctx, trx, [{ code, agency, immediate, passedOn: true }]);
}
