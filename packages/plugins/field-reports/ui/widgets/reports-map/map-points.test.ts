import { expect, test } from 'vitest';
import type { LayerFeatures } from '../../api.gen.ts';
import { boxOf, pointsOfLayer, type Words } from './map-points.ts';

const commune = { code: '19789', name: 'Thuận Hóa', type: 'phuong', lat: 16.46, lon: 107.59 } as const;
const words: Words = { say: (vi) => vi, origin: 'https://hue.example', categories: new Map([['waste', { vi: 'Rác thải', en: 'Waste' }]]), communes: [commune] };
const layer: LayerFeatures = {
  type: 'FeatureCollection',
  features: ['waste', 'flood'].map((category, i) => ({
    type: 'Feature',
    id: `HUE-26-000000${i}`,
    geometry: { type: 'Point', coordinates: [107.59, 16.46] },
    properties: { code: `HUE-26-000000${i}`, category, commune: '19789', status: 'in-progress', submittedAt: '2026-11-22T07:05:00Z' },
  })),
};

test('a report is named by its category and says its state, commune and time in words', () => {
  const [waste, flood] = pointsOfLayer(layer, {}, words);
  expect(waste!.properties).toEqual({ title: 'Rác thải', detail: 'Đang xử lý · Phường Thuận Hóa · 14:05\u00a022/11/2026', href: 'https://hue.example/phan-anh/HUE-26-0000000' });
  expect(flood!.properties.title).toBe('HUE-26-0000001');
});

test('only what was asked for is on the map', () => {
  expect(pointsOfLayer(layer, { category: 'waste' }, words)).toHaveLength(1);
  expect(pointsOfLayer(layer, { commune: '19790' }, words)).toHaveLength(0);
  expect(pointsOfLayer(layer, { status: 'in-progress', commune: '19789' }, words)).toHaveLength(2);
});

test('the box around communes has all of them in it', () => {
  expect(boxOf([commune], 0.18)).toEqual([107.41, 16.28, 107.77, 16.64]);
  expect(boxOf([commune, { lat: 16.2, lon: 107.25 }], 0.06)).toEqual([107.19, 16.14, 107.65, 16.52]);
});
