import { metresBetween } from '@tinhthong/core';

/** What a picture said of itself before it was stripped. */
export interface Evidence {
  readonly takenAt: Date | null;
  readonly lat: number | null;
  readonly lon: number | null;
}

export interface JudgedPlace {
  readonly lat: number;
  readonly lon: number;
  readonly commune: string;
  /** Whether somebody pointed at it; else it is the centre of its commune, and metres from there say nothing. */
  readonly exact: boolean;
}

/** What staff are to look at twice; nothing is refused for it. */
export const evidenceFlags = ['far', 'other-province', 'other-commune', 'old', 'future'] as const;
export type EvidenceFlag = (typeof evidenceFlags)[number];

export interface EvidenceRule {
  readonly farMetres: number;
  readonly oldDays: number;
}

export interface Judged {
  /** Between picture and report; null where one of the places is not known exactly. */
  readonly metres: number | null;
  readonly flags: readonly EvidenceFlag[];
}

const dayMs = 86_400_000;
/** Clocks of phones go wrong by minutes; those that are wrong by years are the ones to see. */
const clockSlackMs = 3_600_000;

/**
 * Holds a picture's evidence against the report that it came with. `commune` is where the picture was taken: null
 * outside of the province.
 */
export function judgeEvidence(
  { takenAt, lat, lon }: Evidence,
  commune: string | null,
  report: { readonly place: JudgedPlace; readonly submittedAt: Date },
  { farMetres, oldDays }: EvidenceRule,
): Judged {
  const flags: EvidenceFlag[] = [];
  const metres = lat === null || lon === null || !report.place.exact ? null : Math.round(metresBetween(report.place, { lat, lon }));
  if (lat !== null && lon !== null) {
    if (commune === null) flags.push('other-province');
    else if (metres === null && commune !== report.place.commune) flags.push('other-commune');
    if (metres !== null && metres > farMetres) flags.push('far');
  }
  if (takenAt !== null) {
    const ageMs = report.submittedAt.getTime() - takenAt.getTime();
    if (ageMs > oldDays * dayMs) flags.push('old');
    if (ageMs < -clockSlackMs) flags.push('future');
  }
  return { metres, flags };
}
