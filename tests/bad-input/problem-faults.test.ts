import { expect, test } from 'vitest';
import { problemFaults } from './problem-faults.ts';

const good = {
  type: '/problems/invalid-input',
  status: 422,
  code: 'invalid-input',
  title: 'Dữ liệu gửi lên chưa hợp lệ.',
  messages: { vi: 'Dữ liệu gửi lên chưa hợp lệ.', en: 'The input is not valid.' },
  errors: [{ path: 'body.contact.phone', message: { vi: 'số điện thoại chưa đúng', en: 'not a phone number' } }],
  traceId: 'f3a1c2d4-0000-4000-8000-000000000000',
};
const faultsOf = (body: object, status = 422, type = 'application/problem+json; charset=utf-8') => problemFaults({ status, type, text: JSON.stringify(body) }, [422]);

test('a good refusal has no faults', () => {
  expect(faultsOf(good)).toEqual([]);
});

// The check of every other test of this folder: each thing that may be wrong with a refusal, it must see.
test.each([
  ['another status', () => faultsOf({ ...good, status: 500 }, 500), ['status 500, not 422']],
  ['a status of its own in the body', () => faultsOf({ ...good, status: 400 }), ['another status in the body']],
  ['plain JSON', () => faultsOf(good, 422, 'application/json'), ['type application/json']],
  ['no code', () => faultsOf({ ...good, code: 'INVALID_INPUT', type: '/problems/INVALID_INPUT' }), ['no code']],
  ['one language', () => faultsOf({ ...good, messages: { vi: 'Sai' } }), ['not in both languages']],
  ['one language twice', () => faultsOf({ ...good, messages: { vi: 'Wrong', en: 'Wrong' } }), ['not in both languages']],
  ['no trace', () => faultsOf({ ...good, traceId: undefined }), ['no traceId']],
  ['a stack', () => faultsOf({ ...good, detail: 'Error\n    at Object.handle (/srv/app/submit.ts:10:3)' }), ['shows the inside: at Object.handle (']],
  ['SQL', () => faultsOf({ ...good, detail: 'select id from reports where code = $1' }), ['shows the inside: select id from reports where']],
  ["PostgreSQL's words", () => faultsOf({ ...good, detail: 'null value in column "x" violates not-null constraint' }), ['shows the inside: violates']],
  ['a table', () => faultsOf({ ...good, detail: 'field_reports.reports' }), ['shows the inside: field_reports']],
])('a refusal with %s is found', (_what, faults, found) => {
  expect(faults()).toEqual(found);
});
