/** W3C date-times as the standard has them: with seconds and a zone. Vietnam has one zone and no summer time. */
const zone = '+07:00';
const zoneMs = 7 * 3_600_000;

/** @example formatTime(new Date('2025-12-31T17:00:00Z')) // '2026-01-01T00:00:00+07:00' */
export function formatTime(at: Date): string {
  return `${new Date(at.getTime() + zoneMs).toISOString().slice(0, 19)}${zone}`;
}

/**
 * A date-time with a zone; a day alone or a time without a zone is Vietnam's own. Undefined where it is neither.
 * A `+` that came unescaped in an address has become a blank.
 */
export function parseTime(text: string): Date | undefined {
  const parts = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+\- ]\d{2}:?\d{2})?)?$/i.exec(text);
  if (parts === null) return undefined;
  const [, day = '', time = '00:00:00', given = zone] = parts;
  const offset = given.replace(' ', '+').replace(/^([+-]\d{2})(\d{2})$/, '$1:$2').toUpperCase();
  const at = new Date(`${day}T${time}${offset}`);
  // JavaScript takes 31 February for 3 March.
  const realDay = new Date(`${day}T00:00:00Z`);
  return Number.isNaN(at.getTime()) || Number.isNaN(realDay.getTime()) || realDay.toISOString().slice(0, 10) !== day ? undefined : at;
}

/** Whether a time says its zone, as times that are to be stored must. */
export function hasZone(text: string): boolean {
  return /(Z|[+\- ]\d{2}:?\d{2})$/i.test(text) && /[T ]\d{2}:\d{2}/.test(text);
}
