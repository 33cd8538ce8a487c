export interface DuplicatesTables {
  voices: VoiceRow;
}

/** Somebody who joined a report instead of sending the same again. */
export interface VoiceRow {
  id: string;
  report: string;
  account: string | null;
  /** What they would have written themselves; for staff. */
  remark: string | null;
  /** A hash of the account, of the contact, or of a nameless one's address: one person counts once. */
  person: string;
  counted: boolean;
  secret_hash: Buffer;
  joined_at: Date;
}
