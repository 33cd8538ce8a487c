import { expect, test } from 'vitest';
import type { Commune } from '../commune-picker/communes.ts';
import { isWithin, metresWords, nearestCommune } from './place.ts';

const hue = [107, 15.9, 108.2, 16.8] as const;
const commune = (name: string, lat: number, lon: number): Commune => ({ code: name, name, type: 'phuong', lat, lon });

test('a point of another province is none of this one', () => {
  expect([isWithin({ lat: 16.46, lon: 107.59 }, hue), isWithin({ lat: 16.05, lon: 108.21 }, hue)]).toEqual([true, false]);
});

test('the nearest centre is guessed', () => {
  const communes = [commune('Phú Xuân', 16.48, 107.58), commune('Chân Mây', 16.28, 108)];
  expect(nearestCommune(communes, { lat: 16.3, lon: 107.9 })?.name).toBe('Chân Mây');
  expect(nearestCommune([], { lat: 16, lon: 107 })).toBeUndefined();
});

test('how sure the device is, as a person says it', () => {
  expect([3, 21.4, 999, 1_240].map((metres) => metresWords(metres, 'vi'))).toEqual(['5\u00a0m', '25\u00a0m', '1000\u00a0m', '1,2\u00a0km']);
});
