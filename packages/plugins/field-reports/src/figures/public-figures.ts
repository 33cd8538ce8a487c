import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { time } from '../shapes.ts';
import { definitions, metricIds, type MetricId } from './definitions.ts';
import { type Freshness, freshnessOf, newBorders, type Period } from './period.ts';
import { computeFigures, type Edition, readEditions } from './published-figures.ts';
import { publishedMetric, publishMetric, type PublishedMetric } from './publish-metric.ts';
import { type PeriodSums, readSums, totalOf } from './read-sums.ts';
import { isWithheld, withheldCells } from './withhold.ts';

const count = z.int().nullable();
const total = z
  .object({ submitted: count, accepted: count, rejected: count, answered: count, answeredOnTime: count, closed: count, reopened: count, rated: count, satisfied: count, accepting: count })
  .meta({ id: 'Figures', description: 'null: giữ kín, dưới 10 / withheld, under 10' });
export type PublicTotal = z.output<typeof total>;

const rate = publishedMetric.pick({ id: true, leastN: true, unit: true, beyond: true, state: true, value: true, interval: true, numerator: true, denominator: true }).meta({ id: 'CategoryRate' });
const category = z.object({ category: z.string().meta({ example: 'road-damage' }), submitted: count, onTime: rate, satisfaction: rate, coverage: rate }).meta({ id: 'CategoryFigures' });
export type CategoryFigures = z.output<typeof category>;

export const publicFigures = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  oldBorders: z.boolean().meta({ description: 'Có ngày trước 01/07/2025: địa giới cũ / days before 1 July 2025: old borders' }),
  freshness: z.enum(['running', 'settling', 'final']).meta({ description: 'running: kỳ chưa hết; settling: 30 ngày sau kỳ, còn thay đổi; final: đã chốt / not over; still moving for 30 days; standing' }),
  computedAt: time,
  total,
  metrics: z.array(publishedMetric),
  categories: z.array(category).meta({ description: 'Nhiều phản ánh nhất trước / most reports first' }),
});
export type PublicFigures = Omit<z.output<typeof publicFigures>, 'metrics'> & { readonly metrics: readonly PublishedMetric[] };

/** All that everybody may know of a period: the counts, every metric, and the categories. */
export async function readPublicFigures(ctx: ReportContext, period: Period): Promise<PublicFigures> {
  const now = ctx.now();
  const freshness = freshnessOf(period, now);
  const sums = await readSums(ctx, period, 'category');
  const all = totalOf(sums.values());
  const metrics = await metricsOf(ctx, period, freshness, all);
  return { ...period, oldBorders: period.from < newBorders, freshness, computedAt: now.toISOString(), total: publicTotal(all), metrics, categories: byCategory(sums) };
}

/** What has settled stands as it was published; everything else is as it is now. */
async function metricsOf(ctx: ReportContext, period: Period, freshness: Freshness, sums: PeriodSums): Promise<PublishedMetric[]> {
  const editions = freshness === 'final' ? await readEditions(ctx.db, period) : new Map<MetricId, Edition[]>();
  const computed = metricIds.every((id) => editions.has(id)) ? undefined : await computeFigures(ctx, period, sums);
  return metricIds.map((id) => {
    const [last, ...former] = editions.get(id) ?? [];
    if (last === undefined) return { ...publishMetric(id, computed!.get(id)!), computedAt: ctx.now().toISOString(), revision: 0, history: [] };
    return { ...publishMetric(id, last.parts), computedAt: last.computedAt.toISOString(), revision: last.revision, history: former.map((edition, i) => formerValue(edition, [last, ...former][i]!)) };
  });
}

function formerValue({ metric, revision, parts, computedAt }: Edition, next: Edition): PublishedMetric['history'][number] {
  const { state, value, numerator, denominator } = publishMetric(metric, parts);
  return { revision, state, value, numerator, denominator, computedAt: computedAt.toISOString(), replacedBecause: next.reason ?? '' };
}

export function publicTotal(sums: PeriodSums): PublicTotal {
  const shown = (value: number) => (isWithheld([value]) ? null : value);
  return {
    submitted: shown(sums.submitted), accepted: shown(sums.accepted), rejected: shown(sums.rejected), answered: shown(sums.answered), answeredOnTime: shown(sums.answered_on_time),
    closed: shown(sums.closed), reopened: shown(sums.reopened), rated: shown(sums.rated), satisfied: shown(sums.satisfied), accepting: shown(sums.accepting),
  };
}

const rateIds = ['fr.ontime_766', 'fr.sat_hue', 'fr.rating_cov'] as const;

function byCategory(sums: ReadonlyMap<string, PeriodSums>): CategoryFigures[] {
  const found = [...sums].filter(([, row]) => row.submitted + row.due + row.rated > 0);
  const held = withheldCells(found.map(([, { submitted }]) => submitted));
  const [onTime, satisfaction, coverage] = rateIds.map((id) => {
    const parts = found.map(([, row]) => definitions[id].parts({ sums: row, population: 0, suggestions: { shown: 0, confirmed: 0 } }));
    // The province's total stands above: with all but one it would tell that one.
    const small = [withheldCells(parts.map(({ numerator }) => numerator)), withheldCells(parts.map(({ denominator }) => denominator))];
    return parts.map((one, i): z.output<typeof rate> => {
      const { leastN, unit, beyond, state, value, interval, numerator, denominator } = publishMetric(id, one);
      const shown = { id, leastN, unit, beyond, state, value, interval, numerator, denominator };
      const hide = state !== 'none' && small.some((cells) => cells[i]);
      return hide ? { ...shown, state: 'withheld', value: null, interval: null, numerator: null, denominator: null } : shown;
    });
  });
  return found
    .map(([code, { submitted }], i) => ({ category: code, submitted: held[i] ? null : submitted, onTime: onTime![i]!, satisfaction: satisfaction![i]!, coverage: coverage![i]! }))
    .toSorted((a, b) => (b.submitted ?? 0) - (a.submitted ?? 0) || (a.category < b.category ? -1 : 1));
}
