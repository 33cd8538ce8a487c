import type { ReportContext } from '../module.ts';
import { type MoveName, moves, type ReportState } from '../report-states.ts';

/** Whether the signed-in officer may make this move of this report; moves of its reporter are nobody else's. */
export function mayMove(ctx: ReportContext, move: MoveName, report: object): boolean {
  const { by } = moves[move];
  return by !== 'reporter' && ctx.can(by, report);
}

const onward: Readonly<Partial<Record<ReportState, readonly MoveName[]>>> = {
  submitted: ['accept'],
  accepted: ['assign'],
  assigned: ['start'],
  reopened: ['start', 'assign'],
  'in-progress': ['answer'],
  answered: ['close'],
};

/** Whether the move brings the report on its way, as against sending it elsewhere: pages put it first. */
export function isOnward(state: ReportState, move: MoveName): boolean {
  return onward[state]?.includes(move) ?? false;
}
