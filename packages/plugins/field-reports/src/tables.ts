import type { Text } from '@tinhthong/core';
import type { Generated, JSONColumnType } from 'kysely';
import type { AfterAnswerTables } from './after-answer/after-answer-tables.ts';
import type { BulkCsvTables } from './bulk-csv/bulk-csv-tables.ts';
import type { ClocksTables } from './clocks/clocks-tables.ts';
import type { DuplicatesTables } from './duplicates/duplicates-tables.ts';
import type { FiguresTables } from './figures/figures-tables.ts';
import type { ReportState } from './handling/report-states.ts';
import type { Channel } from './intake/channels.ts';
import type { IntakeTables } from './intake/intake-tables.ts';
import type { MediaTables } from './media/media-tables.ts';
import type { Open311Tables } from './open311/open311-tables.ts';
import type { PrivacyTables } from './privacy/privacy-tables.ts';
import type { RoutingTables } from './routing/routing-tables.ts';
import type { SuggestionTables } from './suggestions/suggestion-tables.ts';

export type { Channel };
export type Flow = 'time-bound' | 'immediate';
export type Priority = 'normal' | 'high';
export type Rating = 'satisfied' | 'accepted' | 'dissatisfied';

/** Rows of the schema `field_reports`: what every area works with here, the rest beside the rules of its area. */
export interface Tables
  extends AfterAnswerTables, BulkCsvTables, ClocksTables, DuplicatesTables, FiguresTables, IntakeTables,
    MediaTables, Open311Tables, PrivacyTables, RoutingTables, SuggestionTables {
  reports: ReportRow;
  /** Who reported, apart from what was reported: behind a permission of its own. */
  contacts: {
    report: string;
    name: string | null;
    phone: string | null;
    email: string | null;
    consent_version: string;
  };
  categories: {
    code: string;
    position: number;
    name: JSONColumnType<Text>;
    icon: string;
    public: boolean;
    photo_required: boolean;
    flow: Flow;
    after_photo_required: Generated<boolean>;
    mask_plates: Generated<boolean>;
    /** Months after the end of a report; null: as the province's rule for all categories says. */
    keep_contacts_months: Generated<number | null>;
    keep_originals_months: Generated<number | null>;
    keep_evidence_months: Generated<number | null>;
    keep_videos_months: Generated<number | null>;
  };
}

export interface ReportRow {
  id: string;
  code: string;
  category: string;
  commune: string;
  lat: number;
  lon: number;
  /** Whether the reporter pointed at the place; else it is the commune's centre. */
  place_exact: boolean;
  /** Whether the commune is only the nearest: no boundary has told it. */
  commune_approximate: Generated<boolean>;
  address: string | null;
  /** As it was written; for staff. */
  description: string;
  /** Masked; for everyone. */
  public_text: string;
  public: boolean;
  channel: Channel;
  priority: Generated<Priority>;
  state: Generated<ReportState>;
  /** The one owner: proposed by routing, decided by whoever assigns. */
  agency: string;
  coordinating: string[];
  /** How often agencies said that it is not their business. */
  refusals: Generated<number>;
  routing_rule: number | null;
  limit_rule: number | null;
  reporter: string | null;
  photos: string[];
  /** Of its answers, one after the other; each event says how many are its own. */
  after_photos: Generated<string[]>;
  /** Why none of them was taken near the place; for the supervisor. */
  after_photo_note: Generated<string | null>;
  /** What everybody may see of the video. */
  video: Generated<string | null>;
  video_poster: Generated<string | null>;
  answer: string | null;
  rating: Rating | null;
  reopened: Generated<number>;
  /** How voices rated: satisfied, accepted, dissatisfied. */
  voice_ratings: Generated<number[]>;
  /** Reopened twice, its reporter has asked the supervisor to decide. */
  disputed_at: Generated<Date | null>;
  /** For search; kept by a trigger. */
  words: Generated<string | null>;
  submitted_at: Generated<Date>;
  accept_due_at: Date | null;
  due_at: Date;
  answered_at: Date | null;
  closed_at: Date | null;
  updated_at: Generated<Date>;
  /** People who said the same: joined it, or sent what was merged into it. */
  voices: Generated<number>;
  merged_into: Generated<string | null>;
  merged_at: Generated<Date | null>;
  merged_from: Generated<ReportState | null>;
  merged_voices: Generated<number | null>;
}
