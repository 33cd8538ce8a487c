import type { Measured } from './train-model.ts';

/** The model in use, as it was measured in its own night. */
export interface FormerModel {
  readonly trainedAt: Date;
  readonly measured: Measured;
}

/** After so long a model speaks of last season: then any newer one is better, whatever the measuring says. */
export const longestDays = 30;

const dayMs = 86_400_000;

/**
 * Whether tonight's model takes the former's place. Each is measured on the newest tenth of its own night, which it had not
 * learned from; measured on tonight's, the former would be tested on what it knows.
 */
export function takesItsPlace(former: FormerModel | undefined, fresh: Measured, now: Date, worseBy: number): boolean {
  if (former === undefined) return true;
  if (now.getTime() - former.trainedAt.getTime() > longestDays * dayMs) return true;
  const [before, after] = [shareRight(former.measured), shareRight(fresh)];
  return before === null || after === null || after >= before - worseBy;
}

function shareRight({ accuracy: { category } }: Measured): number | null {
  return category === undefined || category.reports === 0 ? null : category.right / category.reports;
}
