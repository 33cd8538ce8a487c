import type { WorkingCalendar } from '@tinhthong/core';
import { advance, type Clock, type ClockTimes } from '../clocks/clocks.ts';
import type { Limit } from '../clocks/limits.ts';
import { onAccepted, onAssigned } from '../clocks/plan-clocks.ts';
import type { Flow } from '../tables.ts';

interface Rules {
  readonly first: ClockTimes;
  readonly flow: Flow;
  readonly limit: Limit | undefined;
  readonly coordinating: readonly string[];
  readonly calendar: WorkingCalendar;
}

/** The clocks of a sample report, made of its events as those of a real one are; and what each move's event says of them. */
export function sampleClocks(
  submittedAt: Date,
  moves: readonly { readonly type: string; readonly at: Date }[],
  { first, flow, limit, coordinating, calendar }: Rules,
): { readonly clocks: readonly Clock[]; readonly times: readonly (ClockTimes | undefined)[] } {
  let clocks = advance([], { type: 'report.submitted', at: submittedAt, data: { clocks: first } });
  const times = moves.map(({ type, at }) => {
    const plan = { clocks, at, flow, limit, calendar };
    const own = type === 'report.accepted' ? onAccepted(plan) : type === 'report.assigned' ? onAssigned(plan, coordinating) : undefined;
    clocks = advance(clocks, { type, at, data: { clocks: own } });
    return own;
  });
  return { clocks, times };
}
