import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { paths } from './core-api.gen.ts';
import { type ClientOptions, createClient } from './create-client.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A client whose requests are answered one after the other; an error stands for a lost connection. */
function clientOf(answers: readonly (Response | Error)[], options: ClientOptions = {}) {
  const requests: Request[] = [];
  const client = createClient<paths>({
    baseUrl: 'https://hue.example',
    ...options,
    async fetch(request) {
      requests.push(request);
      const answer = answers[requests.length - 1];
      if (answer instanceof Response) return answer;
      throw answer ?? new Error('more requests than answers');
    },
  });
  return { client, requests };
}

async function settled<T>(call: Promise<T>): Promise<T> {
  await vi.runAllTimersAsync();
  return call;
}

const lost = new TypeError('fetch failed');
const newKey = { body: { name: 'Trang thông tin phường', scopes: ['report:read'] } };

test('a refusal is a value with the code of the problem, not an exception', async () => {
  const body = { type: '/problems/forbidden', status: 403, code: 'forbidden', title: 'Bạn không có quyền làm việc này.', messages: { vi: '', en: '' }, traceId: 't' };
  const refused = Response.json(body, { status: 403, headers: { 'content-type': 'application/problem+json' } });
  const { client } = clientOf([refused]);
  const { data, error } = await settled(client.GET('/api/core/keys'));
  expect(data).toBeUndefined();
  expect(error).toEqual(body);
});

test('on another website every request carries the embed key in its address, beside what it asks', async () => {
  const { client, requests } = clientOf([1, 2].map(() => Response.json({})), { embedKey: 'pk_bao' });
  await settled(client.GET('/api/core/communes'));
  await settled(client.GET('/api/core/audit', { params: { query: { limit: 5 } } }));
  expect(requests.map(({ url }) => url)).toEqual(['https://hue.example/api/core/communes?key=pk_bao', 'https://hue.example/api/core/audit?limit=5&key=pk_bao']);
});

test('the error page of a proxy becomes a problem in both languages', async () => {
  const { client } = clientOf([new Response('<h1>413</h1>', { status: 413, headers: { 'content-type': 'text/html' } })]);
  const { error } = await settled(client.GET('/api/core/communes'));
  expect(error).toMatchObject({ status: 413, code: 'unexpected-answer', messages: { vi: expect.any(String), en: expect.any(String) } });
});

test('a write that the network lost is sent again with the same idempotency key and body', async () => {
  const { client, requests } = clientOf([lost, new Response('', { status: 502 }), Response.json({ key: 'ttk_1' }, { status: 201 })]);
  const { data } = await settled(client.POST('/api/core/keys', newKey));
  expect(data?.key).toBe('ttk_1');
  const [first, ...others] = await Promise.all(requests.map(async (request) => [request.headers.get('idempotency-key'), await request.text()]));
  expect(first).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), JSON.stringify(newKey.body)]);
  expect(others).toEqual([first, first]);
});

test('two writes have two keys, and a key of the caller is kept', async () => {
  const { client, requests } = clientOf([1, 2, 3].map(() => Response.json({}, { status: 201 })));
  await settled(client.POST('/api/core/keys', newKey));
  await settled(client.POST('/api/core/keys', newKey));
  await settled(client.POST('/api/core/keys', { ...newKey, params: { header: { 'Idempotency-Key': 'nhap-1' } } }));
  const keys = requests.map(({ headers }) => headers.get('idempotency-key'));
  expect(new Set(keys).size).toBe(3);
  expect(keys.at(-1)).toBe('nhap-1');
});

test('without a network the answer is the problem "unreachable"', async () => {
  const { client, requests } = clientOf([lost, lost, lost], { language: 'en' });
  const { error } = await settled(client.GET('/api/core/communes'));
  expect(error).toMatchObject({ code: 'unreachable', title: expect.stringContaining('Check the network') });
  expect(requests).toHaveLength(3);
});

test('a call that the page gave up is not sent again', async () => {
  const abort = new AbortController();
  const { client, requests } = clientOf([lost]);
  abort.abort(new Error('left the page'));
  await expect(client.GET('/api/core/communes', { signal: abort.signal })).rejects.toThrow('left the page');
  expect(requests).toHaveLength(1);
});

test('the language asked for travels with every request', async () => {
  const { client, requests } = clientOf([Response.json({ items: [] })], { language: 'en' });
  await settled(client.GET('/api/core/communes'));
  expect(requests[0]?.headers.get('accept-language')).toBe('en');
});
