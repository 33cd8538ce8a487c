/**
 * The one transition table of a report: the server, the screens and the documentation read it.
 * Every move is an event; none is ever deleted.
 */
export const reportStates = [
  'submitted',
  'accepted',
  'assigned',
  'in-progress',
  'answered',
  'closed',
  'rejected',
  'merged',
  'reopened',
  'withdrawn',
] as const;
export type ReportState = (typeof reportStates)[number];

export interface Move {
  readonly from: readonly ReportState[];
  readonly to: ReportState;
  /** A permission of staff, or the reporter themself. */
  readonly by: `report:${string}` | 'reporter';
  readonly event: `report.${string}`;
}

export const moves = {
  accept: { from: ['submitted'], to: 'accepted', by: 'report:accept', event: 'report.accepted' },
  reject: { from: ['submitted', 'accepted'], to: 'rejected', by: 'report:reject', event: 'report.rejected' },
  withdraw: { from: ['submitted'], to: 'withdrawn', by: 'reporter', event: 'report.withdrawn' },
  assign: { from: ['accepted', 'assigned', 'in-progress', 'reopened'], to: 'assigned', by: 'report:assign', event: 'report.assigned' },
  start: { from: ['assigned', 'reopened'], to: 'in-progress', by: 'report:handle', event: 'report.started' },
  answer: { from: ['in-progress'], to: 'answered', by: 'report:handle', event: 'report.answered' },
  close: { from: ['answered'], to: 'closed', by: 'report:close', event: 'report.closed' },
  reopen: { from: ['answered', 'closed'], to: 'reopened', by: 'reporter', event: 'report.reopened' },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;

export function canMove(move: MoveName, from: ReportState): boolean {
  return (moves[move].from as readonly ReportState[]).includes(from);
}

/** What may be done next from a state, whoever does it. */
export function nextMoves(from: ReportState): MoveName[] {
  return (Object.keys(moves) as MoveName[]).filter((move) => canMove(move, from));
}

/** States in which an agency still owes the citizen something. */
export const openStates: readonly ReportState[] = ['submitted', 'accepted', 'assigned', 'in-progress', 'reopened'];

/** A report can be rated once it has been answered. */
export const ratedStates: readonly ReportState[] = ['answered', 'closed'];
