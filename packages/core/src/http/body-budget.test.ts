import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { bodyBudget } from './body-budget.ts';
import type { Environment } from './environment.ts';
import { mostBytesWithPictures } from './pages/form.ts';
import { readBytes } from './read-bytes.ts';
import { toProblem } from './to-problem.ts';

let app: Hono<Environment>;

beforeEach(() => {
  app = new Hono<Environment>();
  app.use('/:address', async (c, next) => {
    c.set('address', c.req.param('address'));
    await next();
  });
  app.use('*', bodyBudget({ node: 1_000, address: 400 }));
  app.post('*', async (c) => c.text(String((await readBytes(c, 100_000)).length)));
  app.onError((error, c) => {
    const { status, code, headers } = toProblem(error);
    return c.text(code, status as 503, headers);
  });
});

/** Sends so many bytes and keeps the end of the body back, until `end` is called. */
async function begin(address: string, bytes: number) {
  let body: ReadableStreamDefaultController;
  const taken = Promise.withResolvers<void>();
  const stream = new ReadableStream({ start: (controller) => void (body = controller).enqueue(new Uint8Array(bytes)), pull: () => taken.resolve() }, { highWaterMark: 0 });
  const answered = Promise.resolve(app.request(`/${address}`, { method: 'POST', body: stream, duplex: 'half', headers: { 'content-length': '100000' } } as RequestInit)).then(async (answer) => ({
    status: answer.status,
    text: await answer.text(),
    retryAfter: answer.headers.get('retry-after'),
  }));
  await Promise.race([taken.promise, answered]);
  return { answered, end: () => (body.close(), answered) };
}

test('one address holds its share of the memory for bodies and no more, whatever it claims; others go on', async () => {
  const first = await begin('203.162.4.1', 300);
  expect(await (await begin('203.162.4.1', 200)).answered).toEqual({ status: 429, text: 'too-many-requests', retryAfter: '10' });
  // The same household, for a /64 prefix counts as one.
  const third = await begin('2001:db8::1', 300);
  expect((await (await begin('2001:db8::2', 200)).answered).status).toBe(429);
  expect([await first.end(), await third.end()].map(({ status, text }) => [status, text])).toEqual([[200, '300'], [200, '300']]);
});

test('many addresses together hold no more than the node has room for; small bodies get in all the same', async () => {
  const held = await Promise.all([1, 2, 3].map((n) => begin(`203.162.4.${n}`, 300)));
  expect(await (await begin('203.162.4.4', 200)).answered).toEqual({ status: 503, text: 'uploads-crowded', retryAfter: '10' });
  const small = await app.request('/203.162.4.4', { method: 'POST', body: 'x'.repeat(900), headers: { 'content-length': '900' } });
  expect([small.status, await small.text()]).toEqual([200, '900']);
  for (const { end } of held) await end();
});

test('what was held is free once it is answered, refused or not', async () => {
  for (let i = 0; i < 5; i += 1) {
    const begun = await begin('203.162.4.1', 400);
    expect((await (await begin('203.162.4.1', 1)).answered).status).toBe(429);
    expect((await begun.end()).status).toBe(200);
  }
});

test('a form with pictures that a node takes gets through the proxies of the templates', async () => {
  const template = (path: string) => readFile(new URL(`../../../../templates/deploy/${path}`, import.meta.url), 'utf8');
  const texts = await Promise.all([template('nginx/tinhthong.conf'), template('kubernetes/tinhthong.yaml')]);
  const sizes = texts.map((text) => Number(/(?:client_max_body_size|proxy-body-size:) (\d+)m/.exec(text)![1]) * 1024 * 1024);
  expect(sizes).toEqual([mostBytesWithPictures, mostBytesWithPictures]);
});
