import type { Question } from './suggestion-model.ts';

export type SuggestionKind = Question | 'duplicate';

/** What became of a suggestion: taken as it was, something else was chosen, or nothing was done about it. */
export type Fate = 'confirmed' | 'changed' | 'ignored';

export interface Suggested {
  readonly kind: SuggestionKind;
  readonly suggested: string;
  /** What the report came with: the citizen's category, the agency of routing. */
  readonly given: string | null;
}

/**
 * A person has decided: by assigning the report, or by bringing it to its end. Whatever it is now is their choice; where
 * that is neither the suggestion nor what the report came with, they chose a third.
 */
export function fateOf({ suggested, given }: Suggested, became: string | null): Fate {
  if (became === suggested) return 'confirmed';
  return became === null || became === given ? 'ignored' : 'changed';
}

/**
 * Only a suggestion that differs from what the report came with asks a person for anything: those are shown, and counted as
 * shown. Nobody is asked to take a report for less urgent than its sender did.
 */
export const isShown = ({ kind, suggested, given }: Suggested): boolean => suggested !== given && !(kind === 'urgency' && suggested === 'normal');
