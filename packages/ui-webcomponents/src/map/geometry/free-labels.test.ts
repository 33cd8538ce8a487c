import { expect, test } from 'vitest';
import { freeLabels } from './free-labels.ts';

test('a name that would touch an earlier one is left out, one beside or below it stays', () => {
  const names = [['Phú Xuân', 100, 100], ['Thuận Hóa', 130, 105], ['Vỹ Dạ', 300, 100], ['An Cựu', 100, 140]] as const;
  const kept = freeLabels(names.map(([text, x, y]) => ({ text, x, y, width: 70 })));
  expect(kept.map(({ text }) => text)).toEqual(['Phú Xuân', 'Vỹ Dạ', 'An Cựu']);
});

test('a name makes room for what is taken: it stands above or below, and where it cannot, it is left out', () => {
  const circle = { x: 100, y: 100, size: 44 };
  const name = { text: 'Phú Xuân', x: 100, y: 100, width: 70 };
  expect(freeLabels([name], [circle])).toEqual([]);
  expect(freeLabels([{ ...name, shifts: [0, 32, -32] }], [circle])).toMatchObject([{ y: 132 }]);
  expect(freeLabels([{ ...name, shifts: [0, 32, -32] }], [circle, { ...circle, y: 140 }])).toMatchObject([{ y: 68 }]);
});
