import { expect, test } from 'vitest';
import { checkLine } from './check-line.ts';
import { type CsvCells, csvColumns } from './columns.ts';

const known = {
  categories: new Map([['road-damage', 'road-damage'], ['duong sa hu hong', 'road-damage']]),
  agencies: new Map([['so xay dung', 'so-xay-dung']]),
  now: new Date('2026-11-22T12:00:00+07:00'),
};
const good: CsvCells = {
  ...(Object.fromEntries(csvColumns.map((name) => [name, ''])) as unknown as CsvCells),
  service_request_id: 'A-1',
  requested_datetime: '2026-01-01T08:00:00+07:00',
  service_name: 'Đường sá hư hỏng',
  description: 'Ổ gà',
  lat: '16.46',
  long: '107.59',
};
const check = (cells: Partial<CsvCells>) => {
  const checked = checkLine({ ...good, ...cells }, known);
  return 'problem' in checked ? checked.problem.en : checked.report;
};

test('an open report of long ago keeps its time; the agency is left to routing', () => {
  expect(check({})).toEqual({
    foreignId: 'A-1', requestedAt: new Date('2026-01-01T01:00:00Z'), updatedAt: new Date('2026-01-01T01:00:00Z'), closedAt: null, notes: '',
    category: 'road-damage', description: 'Ổ gà', agency: null, address: '', lat: 16.46, lon: 107.59,
  });
});

test('closed is what says so or has a day of closing; that day, else the last update', () => {
  expect(check({ status_description: 'Đã trả lời', updated_datetime: '2026-01-03' })).toMatchObject({ closedAt: new Date('2026-01-02T17:00:00Z') });
  expect(check({ closed_date: '08:30 05/01/2026' })).toMatchObject({ closedAt: new Date('2026-01-05T01:30:00Z') });
  expect(check({ status_description: 'closed' })).toMatchObject({ closedAt: new Date('2026-01-01T01:00:00Z') });
});

test('what spreadsheets of this country make of dates and numbers is understood', () => {
  expect(check({ requested_datetime: '1/1/2026 8:00', lat: '16,46', long: '107,59' })).toMatchObject({ requestedAt: new Date('2026-01-01T01:00:00Z'), lat: 16.46, lon: 107.59 });
});

test('names are found without accents, and the code of a category in its column', () => {
  expect(check({ service_name: 'duong sa hu hong', agency_responsible: 'SỞ XÂY DỰNG' })).toMatchObject({ category: 'road-damage', agency: 'so-xay-dung' });
  expect(check({ service_name: 'gì cũng được', service_subtype: 'road-damage' })).toMatchObject({ category: 'road-damage' });
});

test.each([
  [{ service_request_id: '' }, 'service_request_id'],
  [{ requested_datetime: '' }, 'requested_datetime'],
  [{ requested_datetime: '31/02/2026' }, 'requested_datetime'],
  [{ requested_datetime: '2027-01-01' }, 'requested_datetime'],
  [{ updated_datetime: '2025-12-31' }, 'updated_datetime'],
  [{ closed_date: '2025-12-31' }, 'closed_date'],
  [{ status_description: 'đâu đó' }, 'status_description'],
  [{ service_name: 'UFO' }, 'service_name'],
  [{ description: '' }, 'description'],
  [{ description: 'x'.repeat(4_001) }, 'description'],
  [{ agency_responsible: 'NASA' }, 'agency_responsible'],
  [{ lat: 'bắc' }, 'lat'],
  [{ lat: '' }, 'lat'],
  [{ lat: '', long: '' }, 'lat'],
  [{ long: '1075.9' }, 'long'],
  [{ address: 'a\0b' }, 'address'],
])('%j is refused by the name of its column', (cells, column) => {
  expect(check(cells)).toMatch(new RegExp(`^${column}: `));
});
