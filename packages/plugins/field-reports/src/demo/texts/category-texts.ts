import type { PictureKind } from '../sample-picture.ts';
import type { Region } from '../regions.ts';

/**
 * A sentence with choices: `[một|cái] ổ gà <at>` takes one of the alternatives (they nest, and one may be empty) and fills the slots.
 *
 * A citizen's slots: `at` (a place with its preposition), `road`, `area`, `mark` (a landmark), `commune`, `since` ("cả tuần nay"),
 * `now` ("sáng nay"), `n` (3–9), `lane` (the region's word) and `i` (tôi, em or mình; a sentence with it is not used for the hotline).
 * An agency's slots: `team`, `place`, `area`, `commune`, `date` (of the answer), `day` (handling began), `n`.
 * Sentences begin in lower case and end without a full stop, so that they can be joined.
 */
export type Template = string;

/** One kind of trouble: its problem, harm, wish and answer belong together. */
export interface CaseTexts {
  /** How often it happens beside the category's other cases; 1 by default. */
  share?: number;
  /** All must hold of the commune; everywhere by default. */
  where?: readonly (Region | 'ward' | 'rural' | 'seaside')[];
  /** Only in rainy or only in dry months of the region. */
  when?: 'wet' | 'dry';
  /** Only in these months (1–12). */
  months?: readonly number[];
  /** Reported about the commune's office, not about a street. */
  atOffice?: true;
  /** Needs no plan or allows none: the answer never only promises. */
  atOnce?: true;
  /** What a photo of it shows; without it citizens send none. */
  picture?: PictureKind;
  problem: readonly Template[];
  harm: readonly Template[];
  /** Instead of the category's wishes. */
  wish?: readonly Template[];
  /** What the agency writes when it has been dealt with. */
  done: readonly Template[];
  /** Instead of the category's promises. */
  planned?: readonly Template[];
}

export interface CategoryTexts {
  /** Share of a year's reports. */
  weight: number;
  /** Less of a matter in the countryside. */
  ofTowns?: true;
  /** When people report it more than other things. */
  peak?: 'evening' | 'office hours' | 'rain';
  team: readonly Template[];
  wish: readonly Template[];
  /** Answers that promise instead of reporting work done. */
  planned: readonly Template[];
  /** Reasons to turn it down, besides those that fit every category. */
  rejected?: readonly Template[];
  cases: readonly CaseTexts[];
}
