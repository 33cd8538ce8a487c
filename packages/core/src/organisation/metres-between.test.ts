import { expect, test } from 'vitest';
import { metresBetween, metresPerDegree } from './metres-between.ts';

const hue = { lat: 16.4637, lon: 107.5909 };

test('from the Trường Tiền bridge to Buôn Ma Thuột it is some 425 km, there and back', () => {
  const buonMaThuot = { lat: 12.6667, lon: 108.0383 };
  expect(metresBetween(hue, buonMaThuot) / 1_000).toBeCloseTo(425, 0);
  expect(metresBetween(buonMaThuot, hue)).toBeCloseTo(metresBetween(hue, buonMaThuot), 6);
});

test('thirty metres north and forty east are fifty', () => {
  const corner = { lat: hue.lat + 30 / metresPerDegree, lon: hue.lon + 40 / (metresPerDegree * Math.cos((hue.lat * Math.PI) / 180)) };
  expect(metresBetween(hue, corner)).toBeCloseTo(50, 2);
});

test('a place is no distance from itself, and the other side of the earth is half its circumference away', () => {
  expect(metresBetween(hue, hue)).toBe(0);
  expect(metresBetween(hue, { lat: -hue.lat, lon: hue.lon - 180 })).toBeCloseTo(180 * metresPerDegree, 0);
});
