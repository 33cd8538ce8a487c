import { expect, test } from 'vitest';
import type { Shape } from '../../charts/geometry/projection.ts';
import { placeName } from './place-name.ts';

const phuXuan: Shape = { type: 'Feature', properties: { name: 'Phú Xuân' }, geometry: { type: 'Polygon', coordinates: [[[107.5, 16.4], [107.6, 16.4], [107.6, 16.5], [107.5, 16.5], [107.5, 16.4]]] } };
const point = (name: string, lon: number, lat: number): Shape => ({ type: 'Feature', properties: { name }, geometry: { type: 'Point', coordinates: [lon, lat] } });

test('a place has the name of the commune around it', () => {
  expect(placeName([phuXuan], [107.55, 16.45])).toEqual({ name: 'Phú Xuân', within: true });
});

test('where only centres are known the nearest is said to be near, not around', () => {
  expect(placeName([point('A Lưới 1', 107.2, 16.2), point('Vỹ Dạ', 107.6, 16.5)], [107.58, 16.48])).toEqual({ name: 'Vỹ Dạ', within: false });
});

test('beyond all borders there is no name', () => {
  expect(placeName([phuXuan], [109, 16])).toBeUndefined();
});
