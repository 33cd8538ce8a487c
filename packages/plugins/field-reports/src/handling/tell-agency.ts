import type { Job, Notice, Task } from '@tinhthong/core';
import { pageDutyOfficer } from '../clocks/page-duty-officer.ts';
import { configurationOf } from '../configuration.ts';
import type { FieldReports, ReportTrx } from '../module.ts';
import { openStates } from './report-states.ts';

/** A new report appears among the notices of the agency that routing proposed for it. */
export const tellAgency: Job<FieldReports> = {
  title: { vi: 'Báo cho đơn vị có phản ánh mới', en: 'Tell the agency of a new report' },
  timeoutSeconds: 30,
  async runAll(ctx, trx, tasks) {
    const reports = await reportsOf(trx, tasks);
    await ctx.notify(trx, reports.map(({ code, agency }) => newReport('new', code, agency)));
    const { categories } = await configurationOf(ctx);
    // Nobody is called for what has been answered meanwhile, or long ago in what a demo tells.
    const open = reports.filter(({ state }) => openStates.includes(state));
    await pageDutyOfficer(ctx, trx, open.map(({ code, agency, category }) => ({ code, agency, immediate: categories.get(category)?.flow === 'immediate' })));
  },
};

/** And among those of the commune where it happened, whoever is going to handle it. */
export const tellCommune: Job<FieldReports> = {
  title: { vi: 'Báo cho xã, phường nơi xảy ra', en: 'Tell the commune where it happened' },
  timeoutSeconds: 30,
  async runAll(ctx, trx, tasks) {
    const reports = await reportsOf(trx, tasks);
    await ctx.notify(
      trx,
      reports.flatMap(({ code, agency, committee }) => (committee === null || committee === agency ? [] : [newReport('here', code, committee)])),
    );
  },
};

function reportsOf(trx: ReportTrx, tasks: readonly Task[]) {
  return trx
    .selectFrom('reports')
    .leftJoin('core.agencies as committee', (join) => join.onRef('committee.commune', '=', 'reports.commune').on('committee.kind', '=', 'commune'))
    .select(['code', 'agency', 'category', 'state', 'committee.id as committee'])
    // History that was brought in is nobody's work.
    .where((eb) => eb.or([eb('channel', '!=', 'csv'), eb('state', '=', 'submitted')]))
    .where('reports.id', 'in', tasks.flatMap(({ event }) => event?.subject ?? []))
    .execute();
}

function newReport(kind: string, code: string, agency: string): Notice {
  return {
    key: `${kind}:${code}`,
    agency,
    title: { vi: `Phản ánh mới ${code}`, en: `New report ${code}` },
    link: `/phan-anh/viec/${code}`,
  };
}
