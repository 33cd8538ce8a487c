import { type ClosedReport, collectHistory } from './history.ts';
import { type DuplicateWeights, learnDuplicates, type MergedOrNot } from './likely-duplicate.ts';
import { packModel } from './pack-model.ts';
import { type Measured, trainModel } from './train-model.ts';

/** What the job says to the thread: reports, the oldest first, a batch at a time; then to learn from them. */
export type TrainMessage =
  | { readonly add: readonly ClosedReport[] }
  | { readonly learn: { readonly threshold: number; readonly pairs: readonly MergedOrNot[] } };

export interface TrainAnswer {
  /** Null where there is too little to learn from. */
  readonly packed: Uint8Array | null;
  readonly measured: Measured;
  readonly duplicates: DuplicateWeights;
}

const collected = collectHistory();

export function answer(message: TrainMessage): TrainAnswer | null {
  if ('add' in message) {
    collected.add(message.add);
    return null;
  }
  const { model, measured } = trainModel(collected.history(), message.learn.threshold);
  return { packed: model === null ? null : packModel(model), measured, duplicates: learnDuplicates(message.learn.pairs) };
}
