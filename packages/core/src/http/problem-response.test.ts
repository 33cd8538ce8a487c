import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { invalid, Problem } from '../plugin/problem.ts';
import { languageOf } from './language.ts';
import { problemResponse, problemShape } from './problem-response.ts';
import { toProblem } from './to-problem.ts';

const closed = new Problem(
  409,
  'report-closed',
  { vi: 'Phản ánh đã đóng.', en: 'The report is closed.' },
  { detail: { vi: 'Hãy gửi phản ánh mới.', en: 'Please send a new report.' }, headers: { 'retry-after': '5' } },
);
const place = { traceId: 'abc', province: 'hue', module: 'field-reports' };

test('a problem says what happened and what to do, in the language of the caller and in both', async () => {
  const answer = problemResponse(closed, { ...place, language: 'vi' });
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control'), answer.headers.get('retry-after')]).toEqual([
    409, 'application/problem+json; charset=utf-8', 'no-store', '5',
  ]);
  expect(await answer.json()).toEqual({
    type: '/problems/report-closed',
    status: 409,
    code: 'report-closed',
    title: 'Phản ánh đã đóng.',
    detail: 'Hãy gửi phản ánh mới.',
    messages: { vi: 'Phản ánh đã đóng. Hãy gửi phản ánh mới.', en: 'The report is closed. Please send a new report.' },
    ...place,
  });
  expect(await problemResponse(closed, { ...place, language: 'en' }).json()).toMatchObject({ title: 'The report is closed.', detail: 'Please send a new report.' });
});

test('a text that has no English is said in Vietnamese rather than not at all', async () => {
  const body = await problemResponse(new Problem(409, 'x', { vi: 'Chưa được.' }), { ...place, language: 'en' }).json();
  expect(body).toMatchObject({ title: 'Chưa được.', messages: { vi: 'Chưa được.', en: 'Chưa được.' } });
});

test('wrong input is named by its place, and every problem has the documented shape', async () => {
  const body: unknown = await problemResponse(invalid('body.lat', { vi: 'ngoài tỉnh', en: 'outside' }), { ...place, language: 'vi' }).json();
  expect(problemShape.parse(body).errors).toEqual([{ path: 'body.lat', message: { vi: 'ngoài tỉnh', en: 'outside' } }]);
  expect(problemShape.parse(await problemResponse(closed, { ...place, language: 'vi' }).json()).errors).toBeUndefined();
});

test.each([
  [{}, 'vi'],
  [{ 'accept-language': 'vi-VN,vi;q=0.9,en;q=0.8' }, 'vi'],
  [{ 'accept-language': 'en-US,en;q=0.9' }, 'en'],
  [{ 'accept-language': 'fr-FR,fr;q=0.9' }, 'vi'],
  [{ 'accept-language': 'en', cookie: 'tt-lang=vi' }, 'vi'],
])('whoever asks with %j reads %s', async (headers, language) => {
  const app = new Hono().get('/', (c) => c.text(languageOf(c)));
  expect(await (await app.request('/', { headers: headers as Record<string, string> })).text()).toBe(language);
  expect(await (await app.request('/?lang=en', { headers: headers as Record<string, string> })).text()).toBe('en');
});

const ofCode = (code: string, message = 'from PostgreSQL: 0914 000 111') => Object.assign(new Error(message), { code });

test.each([
  ['a value that PostgreSQL cannot store', ofCode('22P02'), 422, 'invalid-value'],
  ['a second row of the same key', ofCode('23505'), 409, 'already-exists'],
  ['a reference to nothing', ofCode('23503'), 422, 'unknown-reference'],
  ['a row that somebody else holds', ofCode('55P03'), 409, 'busy'],
  ['a lost connection', new Error('Connection terminated unexpectedly'), 503, 'database-unavailable'],
  ['a server that is not there', ofCode('ECONNREFUSED'), 503, 'database-unavailable'],
  ['a login that is refused', ofCode('28P01'), 503, 'database-unavailable'],
  ['a query that ran too long', ofCode('57014'), 503, 'database-unavailable'],
  ['a mistake in our own code', new TypeError('0914 000 111 is not a function'), 500, 'internal-error'],
  ['something that is no error at all', 'thrown text 0914 000 111', 500, 'internal-error'],
])('%s is told in words, without what PostgreSQL said', async (_what, error, status, code) => {
  const answer = problemResponse(toProblem(error), { ...place, language: 'vi' });
  const text = await answer.text();
  expect([answer.status, (JSON.parse(text) as { code: string }).code, text.includes('0914')]).toEqual([status, code, false]);
});
