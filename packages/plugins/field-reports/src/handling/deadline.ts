import type { Say } from '@tinhthong/core';
import { spanInWords } from '@tinhthong/core/times-and-numbers';
import { openStates, type ReportState } from './report-states.ts';

export interface Deadline {
  readonly words: string;
  readonly late: boolean;
}

/** The deadline as a person would say it; `null` where nobody owes an answer and none was given. */
export function deadline(
  say: Say,
  { status, dueAt, answeredAt }: { readonly status: ReportState; readonly dueAt: string; readonly answeredAt: string | null },
  now: Date,
): Deadline | null {
  const due = new Date(dueAt).getTime();
  const open = openStates.includes(status);
  if (!open && answeredAt === null) return null;
  const at = open ? now.getTime() : new Date(answeredAt!).getTime();
  const late = at > due;
  const span = spanInWords(say, Math.abs(due - at));
  if (open) return { late, words: late ? say(`Quá hạn ${span}`, `${span} overdue`) : say(`Còn ${span} để trả lời`, `${span} left to answer`) };
  return { late, words: late ? say(`Trả lời trễ ${span}`, `Answered ${span} late`) : say(`Trả lời trước hạn ${span}`, `Answered ${span} before the deadline`) };
}
