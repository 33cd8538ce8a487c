import { type Move, moves, openStates, ratedStates, type ReportState, reportStates } from '../handling/report-states.ts';
import { moveWords, stateWords } from '../pages/words.ts';
import { permissions } from '../permissions.ts';
import { both, code, page, table } from './markdown.ts';

const steps = Object.entries(moves) as [keyof typeof moves, Move][];
const name = (state: ReportState | 'before'): string => (state === 'before' ? 'trước khi gộp · before the merge' : both(stateWords[state]));

/** Mermaid draws it wherever Markdown is shown; its names may hold no hyphen. */
export function stateDiagram(): string {
  const id = (state: string) => state.replaceAll('-', '_');
  const ends = reportStates.filter((state) => steps.every(([, { from }]) => !from.includes(state)));
  return [
    '```mermaid',
    'stateDiagram-v2',
    ...[...reportStates, 'before' as const].map((state) => `  state "${name(state)}" as ${id(state)}`),
    '  [*] --> submitted',
    ...steps.flatMap(([move, { from, to }]) => from.map((state) => `  ${id(state)} --> ${id(to)} : ${move}`)),
    ...ends.map((state) => `  ${id(state)} --> [*]`),
    '```',
  ].join('\n');
}

export function moveTable(): string {
  return table(
    ['từ · from', 'đến · to', 'bước · move', 'ai · who', 'cần gì · what is needed', 'sự kiện · event'],
    steps.map(([move, { from, to, by, needs, event }]) => [from.map(code).join(', '), code(to), `${code(move)} ${both(moveWords[move].button)}`, who(by), needs === undefined ? '' : both(needs), code(event)]),
  );
}

function who(by: Move['by']): string {
  if (by === 'reporter') return 'người gửi: tài khoản đã gửi, hoặc mã bí mật · the reporter: the account that sent it, or the secret';
  return `${code(by)} ${both(permissions[by as keyof typeof permissions].title)}`;
}

export function statesPage(): string {
  return page(
    { vi: 'Trạng thái của một phản ánh', en: 'States of a report' },
    'Bảng gốc · the table itself: [report-states.ts](../src/handling/report-states.ts).',
    stateDiagram(),
    '## Trạng thái · States',
    table(
      ['trạng thái · state', '', 'còn nợ người dân · something is still owed', 'đánh giá được · can be rated'],
      reportStates.map((state) => [code(state), name(state), openStates.includes(state) ? '✓' : '', ratedStates.includes(state) ? '✓' : '']),
    ),
    '## Bước · Moves',
    moveTable(),
    'Mỗi bước là một sự kiện có người làm, giờ và lý do, không xóa được. Đánh giá, bổ sung, tạm dừng, gia hạn, chỉ đạo không đổi trạng thái. · Every move is an event with actor, time and reason that nobody can delete. Rating, adding, pausing, extending and ordering change no state.',
  );
}
