import type { Generated, JSONColumnType } from 'kysely';
import type { Region } from './regions.ts';

export interface PrivacyTables {
  redactions: RedactionRow;
  /** What everybody reads in the place of an event's words, as data laid over its own: `{"answer": "…"}`. */
  hidden_words: { event: number; report: string; shown: JSONColumnType<Readonly<Record<string, string>>> };
}

/** What was hidden by hand, so that it can be undone. */
export interface RedactionRow {
  id: string;
  report: string;
  what: 'text' | 'address' | 'timeline' | 'picture';
  /** Of the timeline: whose words were hidden. */
  event: number | null;
  text_before: string | null;
  text_after: string | null;
  /** The picture with bars, and the one without: only whoever may see originals gets a link to it. */
  shown: string | null;
  original: string | null;
  regions: JSONColumnType<readonly Region[]> | null;
  made_at: Generated<Date>;
}
