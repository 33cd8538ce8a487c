import type { WorkingCalendar } from '@tinhthong/core';
import type { Channel, Flow } from './tables.ts';

/** Routing and clocks, without HTTP and SQL. In both tables the first matching row wins. */
export interface RoutingRule {
  readonly id: number;
  readonly category: string | null;
  readonly communes: readonly string[] | null;
  readonly lead: string;
  readonly coordinating: readonly string[];
}

export interface Limit {
  readonly id: number;
  readonly category: string | null;
  readonly channel: Channel | null;
  readonly acceptHours: number | null;
  readonly answerDays: number | null;
  readonly answerHours: number | null;
  /** ISO date: a new regulation counts for reports from that day on and never rewrites the past. */
  readonly validFrom: string;
}

export interface Routed {
  readonly rule: number | null;
  readonly agency: string;
  readonly coordinating: readonly string[];
}

/** By field to the competent agency, else to the committee of the commune where it happened. */
export function routeReport(
  report: { readonly category: string; readonly commune: string },
  rules: readonly RoutingRule[],
  committees: ReadonlyMap<string, string>,
): Routed {
  const rule = rules.find(
    ({ category, communes }) =>
      (category === null || category === report.category) && (communes === null || communes.includes(report.commune)),
  );
  const committee = committees.get(report.commune) ?? 'ioc';
  const agency = rule === undefined || rule.lead === '$commune' ? committee : rule.lead;
  return { rule: rule?.id ?? null, agency, coordinating: (rule?.coordinating ?? []).filter((id) => id !== agency) };
}

export interface DueTimes {
  readonly rule: number | null;
  readonly acceptDue: Date | null;
  readonly due: Date;
}

const defaultAnswerDays = 7;
const hourMs = 3_600_000;

/** Time-bound reports count working time; immediate ones the clock on the wall, day and night. */
export function dueTimes(
  report: { readonly category: string; readonly channel: Channel; readonly flow: Flow; readonly submittedAt: Date },
  limits: readonly Limit[],
  calendar: WorkingCalendar,
): DueTimes {
  const { category, channel, flow, submittedAt: from } = report;
  const limit = limits.find(
    (row) =>
      (row.category === null || row.category === category) &&
      (row.channel === null || row.channel === channel) &&
      new Date(`${row.validFrom}T00:00:00+07:00`) <= from,
  );
  const hoursLater = (hours: number) =>
    flow === 'immediate' ? new Date(from.getTime() + hours * hourMs) : calendar.addWorkingHours(from, hours);
  const { acceptHours = null, answerHours = null } = limit ?? {};
  return {
    rule: limit?.id ?? null,
    acceptDue: acceptHours === null ? null : hoursLater(acceptHours),
    due: answerHours === null ? calendar.addWorkingDays(from, limit?.answerDays ?? defaultAnswerDays) : hoursLater(answerHours),
  };
}
