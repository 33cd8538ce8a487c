import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import type { Province } from '../tenancy/registry.ts';
import { cursorsOf } from './cursors.ts';

const province = (id: string) => ({ id, dataKey: randomBytes(32) }) as Province;
const hue = province('hue');
const cursors = cursorsOf(hue, 'field-reports');
const cursor = cursors.seal('reports|road-damage', ['2026-11-22T12:05:00Z', 41, 'Huế']);

test('a cursor opens where it was made, with what was put into it', () => {
  expect(cursors.open('reports|road-damage', cursor)).toEqual(['2026-11-22T12:05:00Z', 41, 'Huế']);
  expect(cursor).toMatch(/^[\w-]+$/);
});

test.each([
  ['another list', () => cursors.open('reports|noise', cursor)],
  ['another module', () => cursorsOf(hue, 'hotline').open('reports|road-damage', cursor)],
  ['another province', () => cursorsOf(province('dak-lak'), 'field-reports').open('reports|road-damage', cursor)],
])('it does not open for %s', (_where, open) => {
  expect(open).toThrow(expect.objectContaining({ status: 422, errors: [expect.objectContaining({ path: 'query.cursor' })] }) as Error);
});

test.each(['', 'x', 'không phải con trỏ', Buffer.from('["2020-01-01",1,"x"]').toString('base64url'), cursor.slice(0, -2), `${cursor.slice(0, 20)}A${cursor.slice(21)}B`])(
  'nobody pages with keys of their own choosing (%s)',
  (made) => {
    expect(() => cursors.open('reports|road-damage', made)).toThrow(expect.objectContaining({ status: 422 }) as Error);
  },
);
