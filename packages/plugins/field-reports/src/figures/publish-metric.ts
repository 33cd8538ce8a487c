import type { Text } from '@tinhthong/core';
import { z } from 'zod';
import { time, title } from '../shapes.ts';
import { type Definition, definitions, definitionVersion, type MetricId, metricIds, type MetricParts, valueOf } from './definitions.ts';
import { wilsonInterval } from './wilson.ts';
import { isWithheld, withheldCells } from './withhold.ts';

const states = z.enum(['shown', 'too-few', 'withheld', 'none']).meta({ description: 'too-few: không đủ mẫu; withheld: 1–9 trường hợp, giữ kín; none: chưa có gì để tính' });

export const publishedMetric = z
  .object({
    id: z.enum(metricIds),
    title,
    meaning: title.meta({ description: 'Cách tính / what is divided by what' }),
    unit: z.enum(['%', 'h', 'ngày', '/10k']),
    better: z.enum(['up', 'down', 'none']),
    version: z.int().meta({ description: 'Phiên bản cách tính / version of the definition' }),
    leastN: z.int(),
    state: states,
    value: z.number().nullable(),
    beyond: z.boolean().meta({ description: 'Lớn hơn nhóm cao nhất: chỉ biết là hơn value / beyond the last bucket: more than value' }),
    interval: z.object({ low: z.number(), high: z.number() }).nullable().meta({ description: 'Khoảng Wilson 95 %, cùng đơn vị / in the same unit' }),
    numerator: z.number().nullable(),
    denominator: z.number().nullable(),
    histogram: z.array(z.int().nullable()).nullable().meta({ description: 'null trong dãy: nhóm giữ kín / null inside: a bucket withheld' }),
    computedAt: time,
    revision: z.int().meta({ description: '0: chưa chốt; 1: đã chốt; từ 2: đã đính chính / 0: not published yet; 1: published; from 2: corrected' }),
    history: z
      .array(z.object({ revision: z.int(), state: states, value: z.number().nullable(), numerator: z.number().nullable(), denominator: z.number().nullable(), computedAt: time, replacedBecause: z.string() }))
      .meta({ description: 'Số đã công bố trước khi đính chính, mới nhất trước / what was published before it was corrected, newest first' }),
  })
  .meta({ id: 'PublishedMetric' });
export type PublishedMetric = Omit<z.output<typeof publishedMetric>, 'title' | 'meaning'> & { readonly title: Text; readonly meaning: Text };

/** What anybody may see of a figure: nothing small, nothing that rests on too few, with the interval that it may well lie in. */
export type Shown = Pick<PublishedMetric, 'id' | 'title' | 'meaning' | 'unit' | 'better' | 'version' | 'leastN' | 'state' | 'value' | 'beyond' | 'interval' | 'numerator' | 'denominator' | 'histogram'>;

export function publishMetric(id: MetricId, { numerator, denominator, histogram, cells }: MetricParts): Shown {
  const definition: Definition = definitions[id];
  const { title: name, meaning, unit, direction, leastN } = definition;
  const about = { id, title: name, meaning, unit, better: direction, version: definitionVersion, leastN };
  const nothing = { value: null, beyond: false, interval: null, numerator: null, denominator: null, histogram: null };
  if (denominator === 0) return { ...about, ...nothing, state: 'none' };
  if (isWithheld(cells)) return { ...about, ...nothing, state: 'withheld' };
  const held = histogram && withheldCells(histogram);
  const parts = { numerator, denominator, histogram: histogram?.map((count, i) => (held![i] ? null : count)) ?? null };
  if (denominator < leastN) return { ...about, ...nothing, ...parts, state: 'too-few' };
  const interval = unit === '%' ? wilsonInterval(numerator, denominator) : null;
  return {
    ...about,
    ...parts,
    ...valueOf(definition, { numerator, denominator, cells, ...(histogram !== undefined && { histogram }) })!,
    interval: interval && { low: interval.low * 100, high: interval.high * 100 },
    state: 'shown',
  };
}
