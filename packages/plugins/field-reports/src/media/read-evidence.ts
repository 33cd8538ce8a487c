import type { Evidence } from './evidence.ts';

const nothing: Evidence = { takenAt: null, lat: null, lon: null };
const tags = ['DateTimeOriginal', 'CreateDate', 'OffsetTimeOriginal', 'OffsetTime', 'GPSLatitude', 'GPSLatitudeRef', 'GPSLongitude', 'GPSLongitudeRef'];

/** Capture time and place of a picture as it came in. Whatever cannot be read is not there: a picture is judged elsewhere. */
export async function readEvidence(bytes: Uint8Array): Promise<Evidence> {
  const { default: exifr } = await import('exifr');
  try {
    // As texts: a time without a zone would be taken for the server's.
    const found = (await exifr.parse(bytes, { pick: tags, reviveValues: false, translateValues: false })) as Readonly<Record<string, unknown>> | undefined;
    if (found === undefined) return nothing;
    return { takenAt: timeOf(found['DateTimeOriginal'] ?? found['CreateDate'], found['OffsetTimeOriginal'] ?? found['OffsetTime']), ...placeOf(found['latitude'], found['longitude']) };
  } catch {
    return nothing;
  }
}

/** `2026:11:22 14:05:00`; without an offset, in Vietnam's time. */
export function timeOf(time: unknown, offset: unknown): Date | null {
  const [, year, month, day, clock] = /^(\d{4})[:-](\d{2})[:-](\d{2})[ T](\d{2}:\d{2}:\d{2})/.exec(String(time ?? '')) ?? [];
  if (clock === undefined) return null;
  const zone = /^[+-]\d{2}:\d{2}$/.test(String(offset ?? '')) ? String(offset) : '+07:00';
  const date = new Date(`${year}-${month}-${day}T${clock}${zone}`);
  // Cameras without a set clock begin in 1970 or 1980.
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 2000 ? null : date;
}

/** The point where nothing has been measured, 0/0, is none. */
export function placeOf(lat: unknown, lon: unknown): { lat: number | null; lon: number | null } {
  const good = typeof lat === 'number' && typeof lon === 'number' && Math.abs(lat) <= 90 && Math.abs(lon) <= 180 && (lat !== 0 || lon !== 0);
  return good ? { lat, lon } : { lat: null, lon: null };
}
