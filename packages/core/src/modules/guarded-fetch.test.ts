import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type ipaddr from 'ipaddr.js';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { guardedFetch, isPublicAddress } from './guarded-fetch.ts';

// What a public server does can only be seen where this machine's own passes for one.
const playing = vi.hoisted(() => ({ loopbackIsPublic: false }));
vi.mock('ipaddr.js', async (original) => {
  const { default: real } = await original<{ default: typeof ipaddr }>();
  const judge = (address: string) => (playing.loopbackIsPublic && /^(127\.0\.0\.1|::1)$/.test(address) ? { range: () => 'unicast' } : real.process(address));
  return { default: { ...real, process: judge } };
});

let server: Server;
let port: number;
let asked = 0;

beforeAll(async () => {
  server = createServer((request, response) => {
    asked += 1;
    if (request.url === '/moved') response.writeHead(302, { location: '/' }).end();
    else if (request.url === '/endless') response.end(Buffer.alloc(11 * 1024 * 1024));
    else response.end('xin chào');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterEach(() => {
  playing.loopbackIsPublic = false;
  asked = 0;
});
afterAll(() => server.close().closeAllConnections());

const reach = (url: string, outbound = [new URL(url).hostname.replace(/^\[|\]$/g, '')]) => guardedFetch(barePlugin({ id: 'feeds', outbound }))(url);
/** Everything a failed request says, down to its first cause. */
async function refusal(answer: Promise<Response>): Promise<string> {
  const said: string[] = [];
  for (let error: unknown = await answer.then(() => new Error('it was not refused'), (reason: unknown) => reason); error instanceof Error; error = error.cause) said.push(error.message);
  return said.join(' ← ');
}

test.each([
  '10.0.0.1', '172.16.5.4', '192.168.1.1', '127.0.0.1', '127.255.0.9', '0.0.0.0', '169.254.169.254', '100.64.0.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
  '::', '::1', 'fe80::1', 'fc00::1', 'fd12:3456::1', 'fec0::1', 'ff02::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::127.0.0.1', '64:ff9b::7f00:1', '64:ff9b:1::7f00:1',
  '2002:7f00:1::', '2001::1', '2001:db8::1', 'not an address',
])('%s is no public address', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each(['203.162.4.191', '8.8.8.8', '2001:ee0::1', '2606:4700::1111'])('%s is a public address', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test.each(['127.0.0.1', '2130706433', '0x7f000001', '0177.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]', '[64:ff9b::7f00:1]', '169.254.169.254', '10.1.2.3'])(
  'a module that declared the host http://%s still does not reach it',
  async (host) => {
    expect(await refusal(reach(`http://${host}:${port}/`))).toContain('not a public address');
    expect(asked).toBe(0);
  },
);

test('a name is judged by the address it stands for', async () => {
  expect(await refusal(reach(`http://localhost:${port}/`))).toMatch(/localhost resolves to .*, which is not a public address/);
  expect(asked).toBe(0);
});

test.each(['http://other.vn/', 'http://example.vn/', 'http://evil-example.vn/', 'http://example.vn.evil.vn/', 'http://a.example.vn@evil.vn/'])(
  'a host that the module did not declare is refused: %s',
  async (url) => {
    expect(await refusal(reach(url, ['*.example.vn', 'api.vn']))).toContain('did not declare');
  },
);

test.each(['file:///etc/passwd', 'ftp://example.vn/', 'data:text/plain,x'])('%s is no address of the web', async (url) => {
  expect(await refusal(reach(url, ['*']))).toContain('is refused');
});

test('a public server that was declared is reached, by its address and by its name', async () => {
  playing.loopbackIsPublic = true;
  expect(await (await reach(`http://127.0.0.1:${port}/`)).text()).toBe('xin chào');
  expect(await (await reach(`http://localhost:${port}/`)).text()).toBe('xin chào');
});

test('a redirect is not followed, wherever it leads', async () => {
  playing.loopbackIsPublic = true;
  expect(await refusal(reach(`http://127.0.0.1:${port}/moved`))).toContain('redirect');
  expect(asked).toBe(1);
});

test('an answer without end is cut off', async () => {
  playing.loopbackIsPublic = true;
  const answer = await reach(`http://127.0.0.1:${port}/endless`);
  await expect(answer.arrayBuffer()).rejects.toThrow();
});
