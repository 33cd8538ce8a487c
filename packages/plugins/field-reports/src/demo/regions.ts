/** Parts of the country that differ in weather and in how a lane or a hamlet is called. */
export type Region = 'north' | 'central' | 'highlands' | 'south-central' | 'south';

/** Coarse on purpose: it only has to give a commune the right rain and the right words. */
export function regionOf({ lat, lon }: { lat: number; lon: number }): Region {
  if (lat >= 18) return 'north';
  if (lat >= 15.2) return 'central';
  if (lat >= 11.3 && lon < 108.95 && lon > 107.2) return 'highlands';
  return lat >= 11 && lon >= 108 ? 'south-central' : 'south';
}

/** Rain of each month beside the region's average month, January first. */
const rainByMonth: Readonly<Record<Region, readonly number[]>> = {
  north: [0.1, 0.1, 0.2, 0.5, 1.2, 1.8, 2.1, 2.1, 1.5, 0.9, 0.4, 0.2],
  central: [0.5, 0.2, 0.2, 0.2, 0.4, 0.3, 0.3, 0.5, 1.5, 3.4, 3.1, 1.4],
  highlands: [0.05, 0.05, 0.2, 0.6, 1.4, 1.5, 1.7, 1.9, 2, 1.6, 0.6, 0.2],
  'south-central': [0.3, 0.1, 0.2, 0.2, 0.5, 0.4, 0.4, 0.6, 1.6, 3.5, 3.1, 1.1],
  south: [0.1, 0.05, 0.1, 0.5, 1.4, 1.7, 1.8, 1.8, 1.9, 1.8, 0.8, 0.2],
};

/** @param month 1–12 */
export const rainOf = (region: Region, month: number) => rainByMonth[region][month - 1] ?? 1;
