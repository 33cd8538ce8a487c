import type { Text } from '../../plugin/text.ts';

/** Longitude and latitude in degrees, WGS 84. */
export type Position = [number, number];
/** Closed: the last position is the first. */
export type Ring = Position[];
/** GeoJSON's coordinates of a MultiPolygon: parts, each an outer ring with its holes. */
export type Shape = Ring[][];

/** The area of one commune. */
export interface Boundary {
  readonly commune: string;
  readonly shape: Shape;
}

/** A commune as the province has it, for the check of a file. */
export interface KnownCommune {
  readonly code: string;
  readonly name: string;
}

/** What is wrong with a file of boundaries, or worth knowing about it. */
export interface Finding {
  readonly kind: FindingKind;
  readonly message: Text;
  /** Codes of the communes that it is about, as far as they are known. */
  readonly communes: readonly string[];
  readonly areaKm2: number | null;
  /** Where to look for it. */
  readonly at: Position | null;
}

export const findingKinds = [
  'unreadable', 'too-many-points', 'projection', 'outside', 'no-code', 'unknown-commune', 'twice', 'not-a-polygon',
  'unclosed', 'too-few-points', 'self-crossing', 'missing-commune', 'overlap', 'gap', 'not-measured',
] as const;
export type FindingKind = (typeof findingKinds)[number];

export function finding(kind: FindingKind, message: Text, { communes = [], areaKm2 = null, at = null }: Partial<Pick<Finding, 'communes' | 'areaKm2' | 'at'>> = {}): Finding {
  return { kind, message, communes, areaKm2, at };
}
