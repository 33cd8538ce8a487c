import { sql } from 'kysely';
import type { ReportContext } from '../module.ts';
import type { MetricInput } from './definitions.ts';
import { addDays, type Period, startOf } from './period.ts';
import { lastDay, type PeriodSums, readSums, totalOf } from './read-sums.ts';

/** All that the metrics of a province are computed from, for a period; `sums` where they are at hand already. */
export async function readInput(ctx: ReportContext, period: Period, sums: PeriodSums | Promise<PeriodSums> = readTotal(ctx, period)): Promise<MetricInput> {
  const [total, suggestions] = await Promise.all([sums, readSuggestions(ctx, { ...period, to: lastDay(ctx, period) })]);
  return { sums: total, population: populationIn(ctx.settings.populations, period), suggestions };
}

const readTotal = async (ctx: ReportContext, period: Period): Promise<PeriodSums> => totalOf((await readSums(ctx, period, 'category')).values());

/** The population valid at the end of the period; 0 before the first that is known. */
function populationIn(populations: readonly { readonly validFrom: string; readonly people: number }[], { to }: Period): number {
  return populations.filter(({ validFrom }) => validFrom <= to).toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]?.people ?? 0;
}

/** Those made in the period; one that nobody has decided about yet was shown all the same. */
async function readSuggestions(ctx: ReportContext, { from, to }: Period): Promise<MetricInput['suggestions']> {
  const { rows } = await sql<{ shown: number; confirmed: number }>`
    select count(*)::int as shown, (count(*) filter (where fate = 'confirmed'))::int as confirmed from field_reports.suggestions
    where shown and made_at >= ${startOf(from)} and made_at < ${startOf(addDays(to, 1))}
  `.execute(ctx.db);
  return rows[0]!;
}
