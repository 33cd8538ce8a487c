import { metresPerDegree } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { findHotSpots, type Reported } from './find-hot-spots.ts';

const spotRule = { metres: 100, times: 3 };
const base = { lat: 16.4637, lon: 107.5909 };
const day = (n: number) => new Date(Date.UTC(2026, 9, n));
/** So many metres north and east of the gate of a school. */
const report = (n: number, north: number, east: number): Reported => ({
  code: `HUE-26-${String(n).padStart(7, '0')}`,
  lat: base.lat + north / metresPerDegree,
  lon: base.lon + east / (metresPerDegree * Math.cos((base.lat * Math.PI) / 180)),
  at: day(n),
});
const codes = (reports: readonly Reported[]) => findHotSpots(reports, spotRule).map((spot) => spot.reports.map(({ code }) => Number(code.slice(-2))));

test('three of the same within 100 metres are a hot spot, two are not', () => {
  expect(codes([report(1, 0, 0), report(2, 60, 0), report(3, 0, 70)])).toEqual([[1, 2, 3]]);
  expect(codes([report(1, 0, 0), report(2, 60, 0)])).toEqual([]);
});

test('99 metres belong to it, 101 do not', () => {
  expect(codes([report(1, 0, 0), report(2, 99, 0), report(3, -99, 0)])).toEqual([[1, 2, 3]]);
  expect(codes([report(1, 0, 0), report(2, 101, 0), report(3, -99, 0)])).toEqual([]);
});

test('a row along a street is split into spots, the densest first, and no report is in two', () => {
  const street = [report(1, 0, 0), report(2, 0, 40), report(3, 0, 80), report(4, 0, 120), report(5, 0, 500), report(6, 0, 520), report(7, 0, 540)];
  expect(codes(street)).toEqual([[1, 2, 3, 4], [5, 6, 7]]);
});

test('the same reports give the same spots, in whatever order they come', () => {
  const many = Array.from({ length: 60 }, (_, i) => report(i + 1, (i * 37) % 300, (i * 53) % 400));
  const once = findHotSpots(many, spotRule);
  expect(once.length).toBeGreaterThan(2);
  expect(findHotSpots(many.toReversed(), spotRule)).toEqual(once);
  for (const { reports } of once) expect(reports.length).toBeGreaterThanOrEqual(3);
});

test('ten thousand reports of one flooded corner cost no more than one', () => {
  const flood = Array.from({ length: 10_000 }, (_, i) => ({ ...report(1, 0, (i % 3) / 10), code: `HUE-26-${String(i).padStart(7, '0')}` }));
  const began = process.cpuUsage();
  expect(findHotSpots(flood, spotRule).map(({ reports }) => reports.length)).toEqual([10_000]);
  expect(process.cpuUsage(began).user / 1000).toBeLessThan(500);
});
