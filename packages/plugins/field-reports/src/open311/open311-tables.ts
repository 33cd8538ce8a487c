import type { Text } from '@tinhthong/core';
import type { Generated, JSONColumnType } from 'kysely';
import type { Answers, Choice, QuestionKind } from './questions.ts';

export interface Open311Tables {
  /** What a category asks beyond what every report has. */
  category_questions: {
    category: string;
    code: string;
    position: number;
    kind: QuestionKind;
    variable: Generated<boolean>;
    required: Generated<boolean>;
    public: Generated<boolean>;
    question: JSONColumnType<Text>;
    hint: JSONColumnType<Text> | null;
    choices: JSONColumnType<readonly Choice[], string, string>;
  };
  report_answers: { report: string; answers: JSONColumnType<Answers>; media_urls: string[] };
  /** Updates that other systems sent, as they were written. */
  posted_updates: {
    update_id: string;
    report: string;
    api_key: string;
    status: 'open' | 'closed';
    description: string;
    media_url: string | null;
    updated_at: Date;
    received_at: Date;
  };
  /** Public events in the order in which foreign clients learn of them; folded from the log. */
  report_changes: { event: number; report: string; update_id: string; shown_at: Date; noticed_at: Date };
}
