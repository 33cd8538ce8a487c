import { type Region, regionOf } from './regions.ts';

export interface Commune {
  /** Five digits of the statistics office. */
  code: string;
  name: string;
  type: 'phuong' | 'xa' | 'dac_khu';
  /** Of its centre, WGS 84. */
  lat: number;
  lon: number;
}

/** A commune with what decides how much, and about what, is reported there. */
export interface Locality {
  commune: Commune;
  /** "phường Thuận Hóa" */
  title: string;
  region: Region;
  tags: ReadonlySet<string>;
  /** Reports beside other communes. */
  weight: number;
}

const typeWords = { phuong: 'phường', xa: 'xã', dac_khu: 'đặc khu' } as const;
const kmPerDegree = 111.2;
const neighbourKm = 8;

export function localitiesOf(communes: readonly Commune[], coastal: boolean): Locality[] {
  return communes.map((commune) => {
    const region = regionOf(commune);
    const urban = commune.type === 'phuong';
    const tags = new Set<string>([region, urban ? 'ward' : 'rural']);
    if (coastal && facesTheSea(commune, communes)) tags.add('seaside');

    // Small communes lie close together where many people live.
    const neighbours = communes.filter((other) => distanceKm(commune, other) < neighbourKm).length - 1;
    return { commune, title: `${typeWords[commune.type]} ${commune.name}`, region, tags, weight: (urban ? 5 : 1) * (1 + neighbours / 3) };
  });
}

export function distanceKm(a: { lat: number; lon: number }, b: { lat: number; lon: number }): number {
  const { north, east } = offsetKm(a, b);
  return Math.hypot(north, east);
}

/** The point so many kilometres north and east of `from`. */
export function moved(from: { lat: number; lon: number }, north: number, east: number): { lat: number; lon: number } {
  return { lat: from.lat + north / kmPerDegree, lon: from.lon + east / (kmPerDegree * Math.cos((from.lat * Math.PI) / 180)) };
}

function offsetKm(from: { lat: number; lon: number }, to: { lat: number; lon: number }) {
  return { north: (to.lat - from.lat) * kmPerDegree, east: (to.lon - from.lon) * kmPerDegree * Math.cos((from.lat * Math.PI) / 180) };
}

// The coast of the centre looks east to north-east; a commune with no sister on that side (bearings 15° to 125°) lies on the shore.
function facesTheSea(commune: Commune, communes: readonly Commune[]): boolean {
  return communes.every((other) => {
    const { north, east } = offsetKm(commune, other);
    const bearing = (Math.atan2(east, north) * 180) / Math.PI;
    return other === commune || bearing < 15 || bearing > 125;
  });
}
