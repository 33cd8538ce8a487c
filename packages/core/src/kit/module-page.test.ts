import { expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from './bare-plugin.ts';
import { modulePage } from './module-page.ts';
import { ok, routeOf } from '../plugin/route.ts';

const library = barePlugin({
  id: 'library',
  title: { vi: 'Thư viện', en: 'Library' },
  permissions: { 'book:lend': { title: { vi: 'Cho mượn', en: 'Lend' }, suggestedRoles: ['librarian', 'reader'], suggestedWhen: { reader: { branch: '$mine.agency' } } } },
  settings: z.strictObject({
    days: z.int().min(1).max(60).default(14).meta({ title: 'Số ngày mượn', description: 'Days of a loan' }),
    sign: z.string().min(1).max(5).default('|'),
    open: z.enum(['day', 'night']).default('day'),
  }),
  events: {
    publishes: {
      'book.lent': { title: { vi: 'Đã cho mượn' }, visibleTo: 'public', data: z.object({ code: z.string(), until: z.string().optional() }) },
      'book.lost': { title: { vi: 'Đã mất' }, visibleTo: 'book:lend', data: z.object({}) },
    },
    consumes: { 'book.lent': ['remind'] },
  },
  jobs: {
    remind: { title: { vi: 'Nhắc trả' }, timeoutSeconds: 30, runAll: async () => {} },
    tidy: { title: { vi: 'Dọn' }, cron: '0 2 * * *', timeoutSeconds: 60, attempts: 3, run: async () => {} },
    order: { title: { vi: 'Đặt sách' }, timeoutSeconds: 60, run: async () => {} },
  },
  routes: [routeOf()({ method: 'post', path: '/loans', access: 'book:lend', perMinute: 5, summary: { vi: 'Cho mượn', en: 'Lend' }, answers: { 200: { description: 'lent' } }, handle: async () => ok({}) })],
  personalData: {
    fields: { 'loans.reader': { purpose: { vi: 'Ai mượn' }, sensitive: true } },
    retention: { vi: 'Một năm' },
    retentionRules: { loans: { title: { vi: 'Lượt mượn' }, keep: 'P12M', action: 'erase', apply: async () => 0 } },
    exportFor: async () => [],
    eraseFor: async () => {},
  },
});
const rows = modulePage(library).split('\n');

test.each([
  ['a permission with the roles it is suggested for', '| `book:lend` | Cho mượn · Lend | `librarian`, `reader` khi · when `{"branch":"$mine.agency"}` |'],
  ['a setting with its default and its bounds', '| `days` | `14` | 1–60 | Số ngày mượn. Days of a loan |'],
  ['a sign that would end a cell', '| `sign` | `\\|` | 1–5 ký tự · characters |  |'],
  ['a choice', '| `open` | `day` | `day`, `night` |  |'],
  ['what of an event everybody sees, and what it sets off', '| `book.lent` | Đã cho mượn | mọi người · everybody | `code`, `until?` | `remind` |'],
  ['an event for those who hold a permission', '| `book.lost` | Đã mất | `book:lend` |  |  |'],
  ['a job that an event sets off, in batches', '| `remind` | Nhắc trả | `book.lent` | 30 s, 8× | ✓ |'],
  ['a job with its time', '| `tidy` | Dọn | `0 2 * * *` | 60 s, 3× |  |'],
  ['a job that is handed its work', '| `order` | Đặt sách | khi được giao · when it is handed work | 60 s, 8× |  |'],
  ['a route with who may call it', '| `POST /api/library/loans` | Cho mượn · Lend | `book:lend` | 5 |'],
  ['personal data', '| `loans.reader` | Ai mượn | ✓ |'],
  ['how long it is kept', '| `loans` | Lượt mượn | 12 tháng · months | xóa · erased |'],
])('the page shows %s', (_what, row) => {
  expect(rows).toContain(row);
});

test('parts that a module does not have are left out, and one without personal data says so', () => {
  const page = modulePage(barePlugin({ id: 'empty' }));
  expect(page.match(/^## .*/gm)).toEqual(['## Dữ liệu cá nhân · Personal data']);
  expect(page).toContain('It holds nothing.');
});
