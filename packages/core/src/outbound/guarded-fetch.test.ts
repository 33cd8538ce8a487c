import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { createOutbound } from './outbound.ts';
import { guardedFetch } from './guarded-fetch.ts';

let server: Server;
let port: number;
let asked = 0;
const strict = createOutbound({});
const permitting = createOutbound({ allow: ['127.0.0.1', '::1'] });

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
afterEach(() => void (asked = 0));
afterAll(async () => {
  server.close().closeAllConnections();
  await Promise.all([strict.close(), permitting.close()]);
});

const reach = (url: string, { outbound = [new URL(url).hostname.replace(/^\[|\]$/g, '')], at = strict } = {}) => guardedFetch(barePlugin({ id: 'feeds', outbound }), at)(url);
/** Everything a failed request says, down to its first cause. */
async function refusal(answer: Promise<Response>): Promise<string> {
  const said: string[] = [];
  for (let error: unknown = await answer.then(() => new Error('it was not refused'), (reason: unknown) => reason); error instanceof Error; error = error.cause) said.push(error.message);
  return said.join(' ← ');
}

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
    expect(await refusal(reach(url, { outbound: ['*.example.vn', 'api.vn'] }))).toContain('did not declare');
  },
);

test.each(['file:///etc/passwd', 'ftp://example.vn/', 'data:text/plain,x'])('%s is no address of the web', async (url) => {
  expect(await refusal(reach(url, { outbound: ['*'] }))).toContain('is refused');
});

test('a server that was declared and may be reached is reached, by its address and by its name', async () => {
  expect(await (await reach(`http://127.0.0.1:${port}/`, { at: permitting })).text()).toBe('xin chào');
  expect(await (await reach(`http://localhost:${port}/`, { at: permitting })).text()).toBe('xin chào');
});

test('a redirect is not followed, wherever it leads', async () => {
  expect(await refusal(reach(`http://127.0.0.1:${port}/moved`, { at: permitting }))).toContain('redirect');
  expect(asked).toBe(1);
});

test('an answer without end is cut off', async () => {
  const answer = await reach(`http://127.0.0.1:${port}/endless`, { at: permitting });
  await expect(answer.arrayBuffer()).rejects.toThrow();
});
