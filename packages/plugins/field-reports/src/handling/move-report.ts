import { Problem } from '@tinhthong/core';
import type { Selectable, Updateable } from 'kysely';
import { authorizeReporter, reportNotFound } from '../after-answer/follow-up.ts';
import { keepClocks } from '../clocks/keep-clocks.ts';
import type { ReportEvents } from '../events.ts';
import { toldMoves } from '../after-answer/messages.ts';
import type { ReportContext, ReportTrx } from '../module.ts';
import { canMove, type MoveName, moves, nextMoves, type OnwardMove, type ReportState } from './report-states.ts';
import type { ReportRow } from '../tables.ts';

export type Report = Selectable<ReportRow>;

export interface Step<N extends OnwardMove> {
  readonly move: N;
  readonly code: string;
  /** Of the reporter, for moves that are theirs. */
  readonly followUp?: string | undefined;
  /** Further checks, the columns to set beside the state, and the event's data. */
  prepare?(report: Report, trx: ReportTrx): Promise<{ set?: Updateable<ReportRow>; data?: Record<string, unknown> }>;
}

/** Makes one move of the transition table: row locked, actor checked, state changed, event appended. */
export function moveReport<N extends OnwardMove>(ctx: ReportContext, step: Step<N>): Promise<{ code: string; status: ReportState }> {
  const { to, by, event } = moves[step.move];
  return ctx.change(async (trx) => {
    const report = await trx.selectFrom('reports').selectAll().where('code', '=', step.code).forUpdate().executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    if (by === 'reporter') authorizeReporter(ctx, report, step.followUp);
    else ctx.authorize(by, report);
    if (!canMove(step.move, report.state)) throw impossibleMove(step.move, report.state);
    const { set = {}, data = {} } = (await step.prepare?.(report, trx)) ?? {};
    const now = ctx.now();
    const agency = (set.agency as string | undefined) ?? report.agency;
    const kept = await keepClocks(ctx, trx, { ...report, ...(set.coordinating && { coordinating: set.coordinating as string[] }) }, { type: event, at: now, agency });
    await trx.updateTable('reports').set({ ...set, ...kept.set, state: to, updated_at: now }).where('id', '=', report.id).execute();
    // Each route's own prepare makes the data that its event declares.
    ctx.publish(trx, event, { subject: report.id, agency, at: now, data: { category: report.category, ...data, ...kept.data } as ReportEvents[typeof event] });
    const message = toldMoves[step.move];
    if (message !== undefined) ctx.tell(trx, message, { to: { subject: report.id }, data: { code: report.code }, link: `/phan-anh/theo-doi?code=${report.code}` });
    return { code: report.code, status: to };
  });
}

export function impossibleMove(move: MoveName, state: ReportState): Problem {
  const next = nextMoves(state).join(', ') || '–';
  return new Problem(
    409,
    'impossible-move',
    { vi: `Không thể thực hiện "${move}" khi phản ánh đang ở trạng thái "${state}".`, en: `"${move}" is not possible while the report is "${state}".` },
    { detail: { vi: `Có thể: ${next}.`, en: `Possible: ${next}.` } },
  );
}
