/** Rows of the schema `flood_marks`. */
export interface Tables {
  marks: MarkRow;
}

export interface MarkRow {
  /** Ordered by time, so that the newest have the greatest. */
  id: string;
  /** Code of the commune where the water stood. */
  commune: string;
  lat: number;
  lon: number;
  /** Above the road, in centimetres. */
  depth_cm: number;
  /** The day, as `2026-10-15`. */
  seen_on: string;
  /** Account of whoever recorded it; null after erasure, and for an API key. */
  recorder: string | null;
  confirmed_at: Date | null;
  recorded_at: Date;
}
