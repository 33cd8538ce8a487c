import { metresPerDegree } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { rankSimilar } from './rank-similar.ts';

const here = { lat: 16.4637, lon: 107.5909, exact: true };
const metresNorth = (metres: number) => ({ ...here, lat: here.lat + metres / metresPerDegree });
const commune = { lat: 16.4, lon: 107.6, exact: false };
const pothole = 'Ổ gà to trước cổng trường Quốc Học';
const one = (code: string, place: typeof here, text: string) => ({ code, place, text });
const codes = (found: readonly { code: string }[]) => found.map(({ code }) => code);

test('of two that say the same the nearer comes first, and what is farther than the radius does not come', () => {
  const found = rankSimilar({ place: here, text: pothole }, [one('far', metresNorth(120), pothole), one('near', metresNorth(10), pothole), one('out', metresNorth(151), pothole)], 150);
  expect(codes(found)).toEqual(['near', 'far']);
  expect(found.map(({ metres, likeness }) => [metres, likeness])).toEqual([[10, 1], [120, 1]]);
});

test('of two at the same place the one that says the same comes first', () => {
  const found = rankSimilar({ place: here, text: pothole }, [one('other', metresNorth(20), 'Nắp cống vỡ cạnh chợ'), one('same', metresNorth(20), 'o ga to truoc cong truong quoc hoc')], 150);
  expect(codes(found)).toEqual(['same', 'other']);
});

test('a like text may outweigh some metres', () => {
  const found = rankSimilar({ place: here, text: pothole }, [one('beside', metresNorth(5), 'Vỉa hè bong gạch'), one('same', metresNorth(60), pothole)], 150);
  expect(codes(found)).toEqual(['same', 'beside']);
});

test('without a text the distance alone decides', () => {
  const found = rankSimilar({ place: here }, [one('far', metresNorth(90), pothole), one('near', metresNorth(9), 'khác')], 150);
  expect(found.map(({ code, likeness }) => [code, likeness])).toEqual([['near', null], ['far', null]]);
});

test('where a place is a whole commune only a like text counts, and no distance is told', () => {
  const candidates = [one('same', commune, 'Trước cổng trường Quốc Học có ổ gà to'), one('other', commune, 'Nắp cống vỡ cạnh chợ Đông Ba'), one('exact', here, pothole)];
  const found = rankSimilar({ place: commune, text: pothole }, candidates, 150);
  expect(codes(found)).toEqual(['exact', 'same']);
  expect(found.map(({ metres }) => metres)).toEqual([null, null]);
});
