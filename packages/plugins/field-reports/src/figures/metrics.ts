import type { Metric } from '@tinhthong/core';
import type { FieldReports } from '../module.ts';
import { type Definition, definitions } from './definitions.ts';
import { hourBounds } from './histogram.ts';
import { readInput } from './metric-input.ts';
import { periodOf } from './period.ts';

/** What the ministry compares: the same definitions as the province's own page. */
export const metrics: Readonly<Record<string, Metric<FieldReports>>> = Object.fromEntries(
  Object.entries<Definition>(definitions).map(([id, { title, unit, direction, leastN, share, parts }]) => [
    id,
    {
      title,
      unit,
      direction,
      leastN,
      ...(share !== undefined && { buckets: hourBounds }),
      async compute(ctx, period) {
        const { numerator, denominator, histogram } = parts(await readInput(ctx, periodOf(period)));
        return { numerator, denominator, ...(histogram !== undefined && { histogram }) };
      },
    } satisfies Metric<FieldReports>,
  ]),
);
