import type { Text } from '@tinhthong/core';

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
  /** `before`: back to where it came from. */
  readonly to: ReportState | 'before';
  /** A permission of staff, or the reporter themself. */
  readonly by: `report:${string}` | 'reporter';
  readonly event: `report.${string}`;
  /** What the move asks for beside the right state and the right person, as docs/states.md says it. */
  readonly needs?: Text;
}

export const moves = {
  accept: { from: ['submitted'], to: 'accepted', by: 'report:accept', event: 'report.accepted' },
  reject: {
    from: ['submitted', 'accepted'], to: 'rejected', by: 'report:reject', event: 'report.rejected',
    needs: { vi: 'một lý do, người gửi đọc được; không có phản ánh nào đã gộp vào', en: 'a reason, which the reporter reads; no report merged into it' },
  },
  withdraw: {
    from: ['submitted'], to: 'withdrawn', by: 'reporter', event: 'report.withdrawn',
    needs: { vi: 'không có phản ánh của người khác đã gộp vào', en: 'no report of somebody else merged into it' },
  },
  assign: {
    from: ['accepted', 'assigned', 'in-progress', 'reopened'], to: 'assigned', by: 'report:assign', event: 'report.assigned',
    needs: { vi: 'một đơn vị của tỉnh; không nêu thì theo phân luồng', en: 'an agency of the province; by default the one that routing proposed' },
  },
  refuse: {
    from: ['assigned', 'reopened'], to: 'assigned', by: 'report:handle', event: 'report.refused',
    needs: { vi: 'lý do công khai và đơn vị được đề xuất; lần thứ hai về đơn vị điều phối, lần thứ ba không còn', en: 'a public reason and a proposed owner; the second goes to the dispatcher, there is no third' },
  },
  start: { from: ['assigned', 'reopened'], to: 'in-progress', by: 'report:handle', event: 'report.started' },
  answer: {
    from: ['in-progress'], to: 'answered', by: 'report:handle', event: 'report.answered',
    needs: { vi: 'câu trả lời; ảnh chụp sau khi xử lý nếu lĩnh vực đòi hỏi', en: 'the answer; a picture taken after the work where the category requires one' },
  },
  close: { from: ['answered'], to: 'closed', by: 'report:close', event: 'report.closed' },
  reopen: {
    from: ['answered', 'closed'], to: 'reopened', by: 'reporter', event: 'report.reopened',
    needs: { vi: 'một lý do, trong số ngày của `reopenDays`; lần thứ hai sang đơn vị khác, sau đó do cấp trên', en: 'a reason, within the days of `reopenDays`; the second time to another agency, after that the supervisor decides' },
  },
  review: {
    from: ['answered', 'closed'], to: 'reopened', by: 'report:review', event: 'report.reopened',
    needs: { vi: 'đề nghị của người gửi, một lý do, một đơn vị chưa từng trả lời', en: "the reporter's request, a reason, an agency that has not answered before" },
  },
  merge: {
    from: ['submitted', 'accepted', 'assigned', 'in-progress', 'reopened'], to: 'merged', by: 'report:merge', event: 'report.merged',
    needs: { vi: 'phản ánh kia, chưa bị từ chối hay rút; cả hai công khai', en: 'the other report, neither rejected nor withdrawn; both public' },
  },
  unmerge: {
    from: ['merged'], to: 'before', by: 'report:merge', event: 'report.unmerged',
    needs: { vi: 'trong vòng một ngày sau khi gộp', en: 'within a day of the merge' },
  },
} as const satisfies Record<string, Move>;

export type MoveName = keyof typeof moves;
/** Those that lead to one state, wherever they begin. */
export type OnwardMove = { [N in MoveName]: (typeof moves)[N]['to'] extends 'before' ? never : N }[MoveName];

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
