import type { Generated } from 'kysely';

export interface MediaTables {
  picture_evidence: PictureEvidenceRow;
  videos: VideoRow;
}

/** What a picture said of itself before it was stripped; for staff. Follows the id under which the picture is shown. */
export interface PictureEvidenceRow {
  photo: string;
  taken_at: Date | null;
  lat: number | null;
  lon: number | null;
  received_at: Generated<Date>;
}

export interface VideoRow {
  id: string;
  report: string;
  /** `staff-only`: could not be cleaned here. `withheld`: by staff. */
  state: 'arriving' | 'arrived' | 'ready' | 'staff-only' | 'withheld' | 'refused';
  bytes: number;
  file: string | null;
  poster: string | null;
  created_at: Generated<Date>;
}
