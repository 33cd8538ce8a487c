import type { ReportContext, ReportTrx } from '../module.ts';

/** Who stands above an agency, nearest first: its own supervisor, the dispatcher, the chairman's office. */
export async function aboveOf(ctx: ReportContext, agency: string): Promise<string[]> {
  const agencies = await ctx.kept('agencies-above', async () => {
    const rows = await ctx.db.selectFrom('core.agencies').select(['id', 'parent']).execute();
    return new Map(rows.map(({ id, parent }) => [id, parent]));
  });
  return [agencies.get(agency), ctx.settings.dispatcher, ctx.settings.chairmanOffice].filter((one): one is string => one !== null && one !== undefined && agencies.has(one));
}

/** Every agency that has answered a report. */
export async function answeredBy(trx: ReportTrx, reportId: string): Promise<string[]> {
  const rows = await trx.selectFrom('core.event_log').select('agency').distinct().where('subject', '=', reportId).where('type', '=', 'report.answered').execute();
  return rows.flatMap(({ agency }) => (agency === null ? [] : [agency]));
}
