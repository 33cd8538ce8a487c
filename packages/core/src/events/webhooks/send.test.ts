import type { ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type TestReceiver, testReceiver } from '../../kit/test-receiver.ts';
import { createOutbound } from '../../outbound/outbound.ts';
import { newSecret } from './secret.ts';
import { sendMessage } from './send.ts';

const strict = createOutbound({});
const permitting = createOutbound({ allow: ['127.0.0.1'] });
let receiver: TestReceiver;

beforeAll(async () => {
  receiver = await testReceiver();
});
afterEach(() => void (receiver.received.length = 0));
afterAll(async () => {
  await Promise.all([strict.close(), permitting.close()]);
  await receiver[Symbol.asyncDispose]();
});

const send = (url = receiver.url, outbound = permitting, timeoutMs?: number) => sendMessage(outbound, url, { id: 'evt_hue_1', at: new Date(), body: '{}' }, [newSecret()], timeoutMs);
const answering = (answer: (response: ServerResponse) => void) => void (receiver.answer = (_request, response) => answer(response));

test.each([
  [200, null],
  [204, null],
  [301, 'redirect'],
  [400, 'refused'],
  [410, 'gone'],
  [500, 'refused'],
])('an answer of %i counts as %s', async (status, error) => {
  answering((response) => void response.writeHead(status).end());
  expect(await send()).toEqual({ status, error, retryAfterSeconds: null });
});

test('a receiver may say when it wants to be asked again', async () => {
  answering((response) => void response.writeHead(503, { 'retry-after': '120' }).end());
  expect((await send()).retryAfterSeconds).toBe(120);
});

test('a redirect to this machine is not followed', async () => {
  answering((response) => void response.writeHead(307, { location: `${receiver.url}/trong-nha` }).end());
  expect(await send()).toMatchObject({ status: 307, error: 'redirect' });
  expect(receiver.received.map(({ path }) => path)).toEqual(['/']);
});

test.each(['http://127.0.0.1:%p/', 'https://127.0.0.1:%p/', 'https://2130706433:%p/', 'https://[::ffff:127.0.0.1]:%p/', 'https://localhost:%p/'])('%s is not asked, where the operator has not allowed it', async (pattern) => {
  expect(await send(pattern.replace('%p', new URL(receiver.url).port), strict)).toMatchObject({ status: null, error: 'refused-address' });
  expect(receiver.received).toEqual([]);
});

test('a name that stood for a public address and now stands for this machine is not asked', async () => {
  const rebound = createOutbound({ resolve: (_name, _options, done) => done(null, [{ address: '127.0.0.1', family: 4 }]) });
  expect(await send(`https://doi-ten.vn:${new URL(receiver.url).port}/`, rebound)).toMatchObject({ status: null, error: 'refused-address' });
  await rebound.close();
  expect(receiver.received).toEqual([]);
});

test('a receiver that sends an answer of one byte a second has answered with its status', async () => {
  let drip: NodeJS.Timeout;
  answering((response) => {
    response.writeHead(200);
    drip = setInterval(() => response.write('x'), 1_000);
  });
  const started = Date.now();
  expect(await send()).toMatchObject({ status: 200, error: null });
  expect(Date.now() - started).toBeLessThan(2_500);
  clearInterval(drip!);
});

test('a receiver that never comes to its status is left after its time', async () => {
  const tarpit = createServer((socket) => {
    socket.on('error', () => {});
    const drip = setInterval(() => socket.write('H'), 50);
    socket.on('close', () => clearInterval(drip));
    socket.write('HTTP/1.1 200 OK\r\nX-Slow: ');
  });
  await new Promise<void>((listening) => tarpit.listen(0, '127.0.0.1', listening));
  const started = Date.now();
  expect(await send(`http://127.0.0.1:${(tarpit.address() as AddressInfo).port}/`, permitting, 500)).toMatchObject({ status: null, error: 'timeout' });
  expect(Date.now() - started).toBeLessThan(2_000);
  tarpit.close();
});

test('an answer of 1 GB is cut off after its first kilobytes', async () => {
  const chunk = Buffer.alloc(1024 * 1024);
  let sent = 0;
  answering((response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream' });
    const more = () => {
      while (!response.destroyed && sent < 1024 && response.write(chunk)) sent += 1;
      sent += 1;
      if (!response.destroyed && sent < 1024) response.once('drain', more);
    };
    more();
  });
  const before = process.memoryUsage().rss;
  expect(await send()).toMatchObject({ status: 200, error: null });
  expect(sent).toBeLessThan(64);
  expect((process.memoryUsage().rss - before) / 1024 ** 2).toBeLessThan(100);
});

test('where nobody listens, that is what is recorded, and no address or name', async () => {
  const closed = createServer();
  await new Promise<void>((listening) => closed.listen(0, '127.0.0.1', listening));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  expect(await send(`http://127.0.0.1:${port}/`)).toEqual({ status: null, error: 'no-connection', retryAfterSeconds: null });
});
