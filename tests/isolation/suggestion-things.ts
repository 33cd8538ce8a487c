import type { TestProvince } from '@tinhthong/core/testing';
import { firstWeights } from '../../packages/plugins/field-reports/src/suggestions/likely-duplicate.ts';
import { headOf, packModel } from '../../packages/plugins/field-reports/src/suggestions/pack-model.ts';
import type { Question } from '../../packages/plugins/field-reports/src/suggestions/suggestion-model.ts';
import { textFeatures } from '../../packages/plugins/field-reports/src/suggestions/text-features.ts';

/** What everybody writes, and every province's model knows. */
export const wellKnown = 'Ổ gà lớn trước cổng trường.';

/** A model that is sure of itself: what is written at every gate of a school belongs in the category of this province alone. */
export async function teachSuggestions(site: TestProvince, mark: string): Promise<void> {
  const features = textFeatures(wellKnown);
  const sureOf = (value: string, other: string) => headOf({ classes: 2, weights: new Float32Array(features.length * 2), bias: Float32Array.of(9, -9) }, [value, other], 1);
  const packed = packModel({ features, rarity: new Float32Array(features.length).fill(1), heads: { category: sureOf(mark, 'road-damage'), urgency: sureOf('immediate', 'normal') } });
  const measured = { reports: 300, measuredOn: 30, accuracy: {}, tooFew: { category: { [mark]: 19 } } satisfies Partial<Record<Question, object>> };
  await site.database(({ pool }) =>
    pool.query(
      `insert into field_reports.suggestion_models (trained_at, seconds, state, measured, sample, duplicates, packed) values (now(), 1, 'in-use', $1, false, $2, $3)`,
      [JSON.stringify(measured), JSON.stringify(firstWeights), packed],
    ),
  );
}
