import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { overLoopback } from '../isolation/loopback.ts';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { problemFaults } from './problem-faults.ts';

let world: TestWorld;
let port: number;

beforeAll(async () => {
  world = await twoProvinces();
  port = await world.listen();
});
afterAll(() => world[Symbol.asyncDispose]());

/** Whatever bytes we like, and the whole answer. */
async function raw(bytes: string): Promise<{ status: number; type: string; text: string }> {
  const socket = connect(port, '127.0.0.1');
  // The rest of a request that is refused early meets a closed connection.
  socket.on('error', () => {}).write(bytes);
  const [head = '', body = ''] = (await text(socket)).split('\r\n\r\n');
  return { status: Number(head.split(' ')[1]), type: /content-type: ([^\r]*)/i.exec(head)?.[1] ?? '', text: body };
}

const request = (line: string, ...headers: string[]) => [line, ...headers, 'connection: close', '', ''].join('\r\n');
const host = 'host: hue.localhost';
const large = 'x'.repeat(20_000);

test.each([
  ['a header of 20 kB', 431, request('GET /api/core/agencies HTTP/1.1', host, `x-large: ${large}`)],
  ['two thousand headers', 431, request('GET /api/core/agencies HTTP/1.1', host, ...Array.from({ length: 2_000 }, (_, i) => `x-${i}: ${i}`))],
  ['a cookie of 20 kB', 431, request('GET /api/core/me HTTP/1.1', host, `cookie: tt-session=${large}`)],
  ['an address of 20 kB', 431, request(`GET /${large} HTTP/1.1`, host)],
  ['no HTTP', 400, 'xin chào\r\n\r\n'],
  ['another protocol', 400, '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n'],
  ['a header without a name', 400, request('GET / HTTP/1.1', host, ': x')],
  ['a header over two lines', 400, request('GET / HTTP/1.1', host, 'x-a: 1', ' folded')],
  ['a NUL in a header', 400, request('GET / HTTP/1.1', host, 'x-a: a\0b')],
  ['two lengths', 400, request('POST /api/field-reports/reports HTTP/1.1', host, 'content-length: 2', 'content-length: 3')],
  ['a length and chunks', 400, request('POST /api/field-reports/reports HTTP/1.1', host, 'content-length: 2', 'transfer-encoding: chunked')],
  ['a chunk that is none', 400, `${request('POST /api/field-reports/reports HTTP/1.1', host, 'content-type: application/json', 'transfer-encoding: chunked')}zz\r\n`],
  ['no host', 400, request('GET / HTTP/1.1')],
  ['a host that is none', 400, request('GET / HTTP/1.1', 'host: hue localhost')],
  ['a host with a path', 400, request('GET / HTTP/1.1', 'host: hue.localhost/@platform')],
  ['a backslash in the address', 400, request('GET /api\\core HTTP/1.1', host)],
  ['another host', 421, request('GET / HTTP/1.1', 'host: la.example')],
])('%s is refused as a problem, and the server goes on', async (_what, status, bytes) => {
  expect(problemFaults(await raw(bytes), [status])).toEqual([]);
  expect((await overLoopback(port, 'dak-lak.localhost', '/api/core/agencies')).status).toBe(200);
});

test('a good request is answered', async () => {
  const { status, text: content } = await raw(request('GET /api/core/agencies HTTP/1.1', host, 'accept: application/json'));
  expect([status, content]).toEqual([200, expect.stringContaining('so-xay-dung')]);
});

test('a sender that goes away in the middle of its body leaves nothing behind', async () => {
  const before = world.logged.length;
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {}).write(request('POST /api/field-reports/reports HTTP/1.1', host, 'content-type: application/json', 'content-length: 1000') + '{"category":');
  await new Promise((resolve) => setTimeout(resolve, 100));
  socket.destroy();
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect((await overLoopback(port, 'hue.localhost', '/api/core/agencies')).status).toBe(200);
  expect(world.logged.slice(before).filter(({ level }) => Number(level) >= 40)).toEqual([]);
});
