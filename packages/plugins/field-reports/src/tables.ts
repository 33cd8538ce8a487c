import type { Generated, JSONColumnType } from 'kysely';
import type { Text } from '@tinhthong/core';
import type { ReportState } from './report-states.ts';

export type Channel = 'web' | 'app' | 'hotline' | 'zalo' | 'open311';
export type Flow = 'time-bound' | 'immediate';
export type Rating = 'satisfied' | 'accepted' | 'dissatisfied';

/** Rows of the schema `field_reports`. */
export interface Tables {
  categories: {
    code: string;
    position: number;
    name: JSONColumnType<Text>;
    icon: string;
    public: boolean;
    photo_required: boolean;
    flow: Flow;
  };
  routing_rules: {
    id: Generated<number>;
    position: number;
    category: string | null;
    communes: string[] | null;
    /** An agency, or `$commune`: the committee of the commune where it happened. */
    lead: string;
    coordinating: string[];
  };
  limits: {
    id: Generated<number>;
    position: number;
    category: string | null;
    channel: Channel | null;
    accept_hours: number | null;
    assign_hours: number | null;
    answer_days: number | null;
    answer_hours: number | null;
    valid_from: string;
  };
  reports: ReportRow;
  /** Who reported, apart from what was reported: behind a permission of its own. */
  contacts: {
    report: string;
    name: string | null;
    phone: string | null;
    email: string | null;
    consent_version: string;
  };
  figures: FiguresRow;
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
  address: string | null;
  /** As it was written; for staff. */
  description: string;
  /** Masked; for everyone. */
  public_text: string;
  public: boolean;
  channel: Channel;
  state: Generated<ReportState>;
  /** The one owner: proposed by routing, decided by whoever assigns. */
  agency: string;
  coordinating: string[];
  routing_rule: number | null;
  limit_rule: number | null;
  reporter: string | null;
  photos: string[];
  after_photos: Generated<string[]>;
  answer: string | null;
  rating: Rating | null;
  reopened: Generated<number>;
  submitted_at: Generated<Date>;
  accept_due_at: Date | null;
  due_at: Date;
  answered_at: Date | null;
  closed_at: Date | null;
  updated_at: Generated<Date>;
}

/** One row a day and category, folded from the event log. */
export interface FiguresRow {
  day: string;
  category: string;
  submitted: Generated<number>;
  accepted: Generated<number>;
  rejected: Generated<number>;
  answered: Generated<number>;
  answered_on_time: Generated<number>;
  closed: Generated<number>;
  reopened: Generated<number>;
  rated: Generated<number>;
  satisfied: Generated<number>;
  accepted_rating: Generated<number>;
}
