import type { Bounds } from '../charts/geometry/projection.ts';
import type { Commune } from '../commune-picker/communes.ts';

export type { Bounds };

/** Where something is: a point, or a commune with what a person would say of it. */
export interface Place {
  readonly lat?: number | undefined;
  readonly lon?: number | undefined;
  /** Metres around the point that the device is sure of; only of a point that it found. */
  readonly accuracy?: number | undefined;
  readonly commune?: string | undefined;
  readonly address?: string | undefined;
}

export function isWithin({ lat, lon }: { readonly lat: number; readonly lon: number }, [west, south, east, north]: Bounds): boolean {
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

/** The one whose centre is nearest: a guess, to be said as one. */
export function nearestCommune(communes: readonly Commune[], at: { readonly lat: number; readonly lon: number }): Commune | undefined {
  // A degree of longitude is shorter than one of latitude by this much.
  const narrow = Math.cos((at.lat * Math.PI) / 180);
  const distance = ({ lat, lon }: Commune) => (lat - at.lat) ** 2 + ((lon - at.lon) * narrow) ** 2;
  return communes.reduce<Commune | undefined>((nearest, commune) => (nearest === undefined || distance(commune) < distance(nearest) ? commune : nearest), undefined);
}

/** `25 m`, `1,2 km`, with a no-break space; rounded up, because nobody is sure to the metre. */
export function metresWords(metres: number, language: 'vi' | 'en'): string {
  if (metres < 1_000) return `${Math.max(5, Math.ceil(metres / 5) * 5)}\u00a0m`;
  return `${(metres / 1_000).toLocaleString(language, { maximumFractionDigits: 1 })}\u00a0km`;
}
