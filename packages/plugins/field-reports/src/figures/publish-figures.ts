import type { Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportContext } from '../module.ts';
import { definitionVersion, metricIds } from './definitions.ts';
import { finalPeriods, type Period } from './period.ts';
import { computeFigures, type Edition, storeEditions } from './published-figures.ts';

/** A province that brings in ten years of history does not keep a night busy with them. */
const mostPeriods = 60;

/** Each night: what has settled is published, and stands from then on until the province corrects it. */
export const publishFigures: Job<FieldReports> = {
  title: { vi: 'Chốt số liệu các kỳ đã ổn định', en: 'Publish the figures of periods that have settled' },
  cron: '40 1 * * *',
  timeoutSeconds: 300,
  async run(ctx) {
    const settled: { readonly period: Period; readonly editions: readonly Edition[] }[] = [];
    for (const period of (await unpublished(ctx)).slice(0, mostPeriods)) {
      const computedAt = ctx.now();
      settled.push({ period, editions: [...(await computeFigures(ctx, period))].map(([metric, parts]) => ({ metric, revision: 1, parts, computedAt, reason: null })) });
    }
    // One change a task, whatever the number of periods.
    await ctx.change(async (trx) => {
      for (const { period, editions } of settled) await storeEditions(trx, period, editions);
      return null;
    });
  },
};

async function unpublished(ctx: ReportContext): Promise<Period[]> {
  const { rows: [first] } = await sql<{ day: string | null }>`select min(day)::text as day from field_reports.figures where face = 'category' and span = 'day'`.execute(ctx.db);
  if (first?.day == null) return [];
  const { rows: done } = await sql<Period>`
    select first_day::text as from, last_day::text as to from field_reports.published_figures
    where version = ${definitionVersion} group by 1, 2 having count(distinct metric) = ${metricIds.length}
  `.execute(ctx.db);
  const known = new Set(done.map(({ from, to }) => `${from} ${to}`));
  return finalPeriods(first.day, ctx.now()).filter(({ from, to }) => !known.has(`${from} ${to}`));
}
