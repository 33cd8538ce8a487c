import { timingSafeEqual } from 'node:crypto';
import { forbidden, notFound } from '@tinhthong/core';
import type { ReportContext } from '../module.ts';

/**
 * The secret code with which an anonymous reporter sees, rates and reopens a report. Derived from the report's id and
 * the province's key, so it is stored nowhere and a copy of the database does not hold it.
 */
export function followUpCode(ctx: ReportContext, reportId: string): string {
  return ctx.derive(`follow-up|${reportId}`).slice(0, 16);
}

/** Whether it is the reporter who asks: by the account that sent the report, or by its follow-up code. */
export function isReporter(ctx: ReportContext, report: { id: string; reporter: string | null }, given: string | undefined): boolean {
  const owns = ctx.actor.kind === 'account' && report.reporter !== null && report.reporter === ctx.actor.id;
  if (owns) return true;
  const expected = Buffer.from(followUpCode(ctx, report.id));
  const actual = Buffer.from(given ?? '');
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}

/** Lets in the reporter alone. */
export function authorizeReporter(ctx: ReportContext, report: { id: string; reporter: string | null }, given: string | undefined): void {
  if (!isReporter(ctx, report, given)) throw forbidden();
}

export function reportNotFound() {
  return notFound({ vi: 'phản ánh', en: 'Report' });
}
