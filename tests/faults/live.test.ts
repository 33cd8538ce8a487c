import { request } from 'node:http';
import { testReceiver, type TestReceiver } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { apiKey, twoProvinces } from './two-provinces.ts';

const patience = 180_000;
const host = 'hue.localhost';
let deployment: Deployment;
let receiver: TestReceiver;

beforeAll(async () => {
  receiver = await testReceiver();
  deployment = await twoProvinces({ env: { OUTBOUND_ALLOW: '127.0.0.1' } });
}, patience);
showLogOnFailure(() => deployment);
afterAll(async () => {
  await deployment?.[Symbol.asyncDispose]();
  await receiver[Symbol.asyncDispose]();
});

// Each its own words: the same text twice within the hour is one report.
let times = 0;

async function submit(): Promise<string> {
  const answer = await deployment.request({ host, path: '/api/field-reports/reports', json: { category: 'road-damage', lat: 16.4637, lon: 107.5909, description: `Ổ gà lớn trước cổng trường, lần ${(times += 1)}.` } });
  expect(answer.status).toBe(201);
  return answer.json<{ code: string }>().code;
}

interface Listener {
  text(): string;
  /** The connection was ended, and by whom it was: properly, or torn off. */
  readonly ended: Promise<'closed' | 'torn'>;
}

function listen(lastEventId?: string): Promise<Listener> {
  const { promise, resolve, reject } = Promise.withResolvers<Listener>();
  let text = '';
  const headers = { host, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
  request({ host: '127.0.0.1', port: deployment.port, path: '/api/events/stream', headers, agent: false }, (answer) => {
    const ended = new Promise<'closed' | 'torn'>((done) => answer.on('end', () => done('closed')).on('error', () => done('torn')));
    answer.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      resolve({ text: () => text, ended });
    });
  }).on('error', reject).end();
  return promise;
}

test('kill -9 after a message went out and before its answer was recorded: it goes out again, under the same id', { timeout: patience }, async () => {
  let server = await deployment.startServer();
  const made = await deployment.request({ host, path: '/api/core/webhooks', headers: { authorization: `Bearer ${apiKey}` }, json: { url: receiver.url, description: 'Thử', types: ['field-reports/report.submitted'] } });
  expect(made.status).toBe(201);
  // 1. The receiver has it and is still thinking when the server dies.
  receiver.answer = () => {};
  await submit();
  await until('the message is with the receiver', () => receiver.received.length === 1 || undefined);
  server.kill('SIGKILL');
  await server.ended;
  // 2. What was acknowledged while nobody was sending is not lost either.
  receiver.answer = (_request, response) => void response.writeHead(204).end();
  server = await deployment.startServer();
  await submit();
  await until('both are with the receiver', () => receiver.received.length === 3 || undefined);
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  expect(ids.filter((id) => id === ids[0])).toHaveLength(2);
  expect(new Set(ids).size).toBe(2);
  expect(receiver.received.filter(({ headers }) => headers['webhook-id'] === ids[0]).map(({ body }) => body)).toEqual([receiver.received[0]!.body, receiver.received[0]!.body]);
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
});

test('a server told to stop tells the readers of its stream to come back, and they miss nothing', { timeout: patience }, async () => {
  const server = await deployment.startServer();
  const readers = await Promise.all(Array.from({ length: 20 }, () => listen()));
  const seen = await submit();
  await until('everybody saw it', () => readers.every((reader) => reader.text().includes(seen)) || undefined);
  const told = Date.now();
  server.kill('SIGTERM');
  expect(new Set(await Promise.all(readers.map(({ ended }) => ended)))).toEqual(new Set(['closed']));
  for (const reader of readers) expect(reader.text()).toMatch(/event: end\ndata: \{"reason":"restart"\}\n\n$/);
  expect(await server.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(20_000);

  const next = await deployment.startServer();
  const missed = await submit();
  const lastId = [...readers[0]!.text().matchAll(/^id: (\d+)$/gm)].at(-1)![1];
  const back = await listen(lastId);
  await until('what was missed comes', () => back.text().includes(missed) || undefined, 5_000);
  expect(back.text()).not.toContain(seen);
  next.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});
