import type { Generated } from 'kysely';
import type { Rating } from '../tables.ts';

export interface AfterAnswerTables {
  subscriptions: SubscriptionRow;
  /** One row: until when news of places and categories have been told. */
  news_told: { one: Generated<boolean>; until: Date };
  /** What the reporter (`reporter`), and whoever added a voice (its id), thought of the answer. */
  ratings: {
    report: string;
    rater: string;
    rating: Rating;
    /** Masked; for staff. */
    comment: string | null;
    at: Date;
  };
  /** What a reporter added later, as it was written; for staff. */
  remarks: {
    id: string;
    report: string;
    kind: 'added' | 'reopened' | 'disputed';
    description: string | null;
    photos: string[];
    at: Date;
  };
}

/** Who wants to hear of a report, or of what is new under all that is given: a category, a commune, a circle. */
export interface SubscriptionRow {
  id: string;
  report: string | null;
  category: string | null;
  commune: string | null;
  lat: number | null;
  lon: number | null;
  metres: number | null;
  account: string | null;
  /** Who was signed in and left another address. */
  asked_by: Generated<string | null>;
  /** The voice that it came with, and goes with. */
  voice: Generated<string | null>;
  /** One of account, e-mail and phone, so that what was confirmed is all that is told. */
  email: string | null;
  phone: string | null;
  language: 'vi' | 'en';
  consent_version: string | null;
  created_at: Date;
  /** When somebody showed that the address is theirs; accounts need not. */
  confirmed_at: Date | null;
  told_until: Date | null;
}
