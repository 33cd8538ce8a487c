import type { Generated } from 'kysely';
import type { Channel } from './channels.ts';

export interface IntakeTables {
  intake_items: IntakeItemRow;
  /** Who sent which text a moment ago, as a hash that leads to nobody. */
  sent_texts: { fingerprint: string; report: string; at: Date };
}

/** What has come in and is no report yet; its id becomes the report's. */
export interface IntakeItemRow {
  id: string;
  kind: 'draft' | 'message' | 'email' | 'suspect';
  channel: Channel;
  state: Generated<'waiting' | 'completed' | 'dropped' | 'discarded'>;
  code: string | null;
  source: string | null;
  fingerprint: string | null;
  repeats: Generated<number>;
  agency: string;
  author: string | null;
  category: string | null;
  commune: string | null;
  lat: number | null;
  lon: number | null;
  address: string | null;
  description: string | null;
  photos: string[];
  sender_name: string | null;
  sender_phone: string | null;
  sender_email: string | null;
  consent_version: string | null;
  fault: string | null;
  raw: Buffer | null;
  received_at: Date;
  updated_at: Date;
}
