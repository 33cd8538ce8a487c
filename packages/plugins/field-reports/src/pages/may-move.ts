import type { ReportContext } from '../module.ts';
import { type MoveName, moves, type ReportState } from '../handling/report-states.ts';

/** Whether the signed-in officer may make this move of this report; moves of its reporter are nobody else's. */
export function mayMove(ctx: ReportContext, move: MoveName, report: object): boolean {
  const { by } = moves[move];
  // A supervisor's decision is asked for, and has a form of its own: reactions-panel.ts.
  return by !== 'reporter' && move !== 'review' && ctx.can(by, report);
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
