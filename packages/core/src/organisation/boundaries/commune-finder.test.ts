import { expect, test } from 'vitest';
import type { Boundary, Position, Ring } from './boundary.ts';
import { communeFinder } from './commune-finder.ts';

const square = (x: number, y: number, size = 1): Ring => [[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]];
const commune = (code: string, ...parts: Ring[][]): Boundary => ({ commune: code, shape: parts });

test('a place belongs to the commune whose boundary is around it, and outside of all of them to none', () => {
  const find = communeFinder([commune('00001', [square(0, 0)]), commune('00002', [square(1, 0)])]);
  expect([find(0.5, 0.5), find(0.5, 1.5), find(5, 5)]).toEqual(['00001', '00002', null]);
  expect(communeFinder([])(0.5, 0.5)).toBeNull();
});

test('an island of a commune is part of it, and a town within another commune is its own', () => {
  const find = communeFinder([commune('00001', [square(0, 0, 10), square(4, 4, 2)], [square(20, 20)]), commune('00002', [square(4, 4, 2)])]);
  expect([find(1, 1), find(5, 5), find(20.5, 20.5), find(15, 15)]).toEqual(['00001', '00002', '00001', null]);
});

test('where two boundaries overlap, the smaller commune is answered, whichever was drawn first', () => {
  const [large, small] = [commune('00001', [square(0, 0, 10)]), commune('00002', [square(4, 4)])];
  for (const order of [[large, small], [small, large]]) expect(communeFinder(order)(4.5, 4.5)).toBe('00002');
});

test('a hundred communes of two thousand points each are searched in a tenth of a millisecond', () => {
  const round = (x: number, y: number): Ring => {
    const ring = Array.from({ length: 2_000 }, (_, i): Position => [x + 0.6 * Math.cos((i * Math.PI) / 1_000), y + 0.6 * Math.sin((i * Math.PI) / 1_000)]);
    return [...ring, ring[0]!];
  };
  const find = communeFinder(Array.from({ length: 100 }, (_, i) => commune(String(10_000 + i), [round(i % 10, Math.floor(i / 10))])));
  for (let i = 0; i < 500; i += 1) find((i * 7) % 10, (i * 3) % 10);
  const began = process.cpuUsage();
  for (let i = 0; i < 5_000; i += 1) find(((i * 71) % 1_000) / 100, ((i * 37) % 1_000) / 100);
  expect(process.cpuUsage(began).user / 1_000 / 5_000).toBeLessThan(0.1);
});
