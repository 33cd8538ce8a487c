import { Problem } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { requestFilter } from './request-filter.ts';

const now = new Date('2026-11-22T12:00:00+07:00');
function ask(parameters: Record<string, string>) {
  const one = (name: string) => parameters[name] || undefined;
  return requestFilter({ one, list: (name) => (one(name) ?? '').split(',').filter(Boolean) }, now);
}
const refusal = (parameters: Record<string, string>) => {
  try {
    ask(parameters);
  } catch (problem) {
    return problem instanceof Problem ? problem.errors[0]!.path : String(problem);
  }
  return 'taken';
};
const days = (filter: ReturnType<typeof ask>) => [filter.requested?.from.toISOString().slice(0, 10), filter.requested?.to.toISOString().slice(0, 10)];

test('without dates the last ninety days are asked for, at most a thousand requests', () => {
  expect(days(ask({}))).toEqual(['2026-08-24', '2026-11-22']);
  expect(ask({})).toMatchObject({ page: 1, pageSize: 1_000, extensions: false });
});

test('a span may be ninety days; one end alone brings the other', () => {
  expect(days(ask({ start_date: '2026-01-01T00:00:00Z', end_date: '2026-04-01T00:00:00Z' }))).toEqual(['2026-01-01', '2026-04-01']);
  expect(days(ask({ start_date: '2026-01-01T00:00:00Z' }))).toEqual(['2026-01-01', '2026-04-01']);
  expect(days(ask({ end_date: '2026-04-01T00:00:00Z' }))).toEqual(['2026-01-01', '2026-04-01']);
  expect(days(ask({ start_date: '2026-11-01T00:00:00Z' }))).toEqual(['2026-11-01', '2026-11-22']);
});

test('ninety-one days, an end before its start and what is no date are refused by name', () => {
  expect(refusal({ start_date: '2026-01-01', end_date: '2026-04-02' })).toBe('start_date');
  expect(refusal({ start_date: '2026-04-02', end_date: '2026-04-01' })).toBe('end_date');
  for (const name of ['start_date', 'end_date', 'updated_after', 'updated_before']) expect(refusal({ [name]: 'hôm qua' })).toBe(name);
});

test('an empty parameter counts as absent', () => {
  expect(ask({ start_date: '', status: '', bbox: '', page: '', service_request_id: '' })).toEqual(ask({}));
});

test('ids override everything else, also what would be refused', () => {
  expect(ask({ service_request_id: 'HUE-26-0000001,HUE-26-0000002', status: 'lost', start_date: '1999-01-01' })).toEqual({ ids: ['HUE-26-0000001', 'HUE-26-0000002'], page: 1, pageSize: 1_000, extensions: false });
});

test('whoever asks for changes is told of old requests too, unless days are named', () => {
  expect(ask({ updated_after: '2026-11-22T00:00:00+07:00' }).requested).toBeUndefined();
  expect(days(ask({ updated_after: '2026-11-22T00:00:00+07:00', start_date: '2026-11-01T00:00:00Z' }))).toEqual(['2026-11-01', '2026-11-22']);
});

test('status, bbox, page and page_size are checked', () => {
  expect(ask({ status: 'open' }).status).toBe('open');
  expect(ask({ status: 'open,closed' }).status).toBeUndefined();
  expect(ask({ bbox: '107.5,16.4,107.7,16.6' }).bbox).toEqual([107.5, 16.4, 107.7, 16.6]);
  for (const [name, values] of Object.entries({ status: ['lost'], bbox: ['1,2,3', '2,1,1,2', 'a,b,c,d', '-181,0,0,1'], page: ['0', '-1', '1.5', 'một'], page_size: ['0', '1001'], extensions: ['perhaps'] })) {
    for (const value of values) expect([value, refusal({ [name]: value })]).toEqual([value, name]);
  }
});
