import type { Generated, JSONColumnType } from 'kysely';
import type { Fate, SuggestionKind } from './fate.ts';
import type { DuplicateWeights } from './likely-duplicate.ts';
import type { Measured } from './train-model.ts';
import type { ModelState } from './train-suggestions.ts';

export interface SuggestionTables {
  suggestion_models: ModelRow;
  suggestions: SuggestionRow;
}

/** What a night's training came to; one of them is in use. */
export interface ModelRow {
  id: Generated<number>;
  trained_at: Date;
  seconds: number;
  state: ModelState;
  measured: JSONColumnType<Measured>;
  /** Learned from sample data. */
  sample: boolean;
  duplicates: JSONColumnType<DuplicateWeights>;
  /** Only of the model in use. */
  packed: Buffer | null;
}

/** Something that the classifier was sure enough of, and what a person made of it. */
export interface SuggestionRow {
  id: string;
  report: string;
  kind: SuggestionKind;
  suggested: string;
  confidence: number;
  /** What the report came with; a suggestion that is the same is not shown. */
  given: string | null;
  shown: boolean;
  model: number | null;
  made_at: Generated<Date>;
  fate: Fate | null;
  became: string | null;
  decided_at: Date | null;
  /** What it was when the report was closed. */
  truth: string | null;
}
