import { addDays, type Period } from './period.ts';
import { monthOf, type Span } from './figure-rows.ts';

/** Rows of the figures to add up: those of this span whose day lies between these two, both counted. */
export interface SpanOfRows {
  readonly span: Span;
  readonly from: string;
  readonly to: string;
}

/** A period as its whole months and the days before and after: a year is a dozen rows a key, not 365. */
export function spansOf({ from, to }: Period): SpanOfRows[] {
  if (from > to) return [];
  const first = from === monthOf(from) ? from : nextMonth(from);
  const after = addDays(to, 1);
  const end = after === monthOf(after) ? after : monthOf(to);
  if (first >= end) return [{ span: 'day', from, to }];
  const days = (begin: string, until: string): SpanOfRows[] => (begin < until ? [{ span: 'day', from: begin, to: addDays(until, -1) }] : []);
  return [...days(from, first), { span: 'month', from: first, to: monthOf(addDays(end, -1)) }, ...days(end, after)];
}

const nextMonth = (day: string) => monthOf(addDays(monthOf(day), 31));
