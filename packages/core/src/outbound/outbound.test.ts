import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { request } from 'undici';
import { expect, test } from 'vitest';
import { createOutbound, isPublicAddress } from './outbound.ts';

const https = { https: true };
const refusal = (url: string, allow: readonly string[] = []) => createOutbound({ allow }).refusal(new URL(url), https);

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

test.each([
  ['https://203.162.4.191/x', undefined],
  ['http://203.162.4.191/x', 'not-https'],
  ['https://10.0.0.1/x', 'not-public'],
  ['https://2130706433/x', 'not-public'],
  ['https://[::ffff:10.0.0.1]/x', 'not-public'],
  ['https://a:b@203.162.4.191/x', 'credentials'],
  ['ftp://203.162.4.191/x', 'protocol'],
])('%s is judged as %s before anything is asked', (url, expected) => {
  expect(refusal(url)).toBe(expected);
});

test('what the operator names may be reached, over plain http as well, and nothing beside it', () => {
  const allow = ['10.20.0.0/16', '192.168.7.9', 'fd00:1::/32', 'noi-bo.vn'];
  for (const url of ['http://10.20.3.4/', 'http://192.168.7.9/', 'http://[fd00:1::5]/', 'http://noi-bo.vn/']) expect([url, refusal(url, allow)]).toEqual([url, undefined]);
  for (const url of ['https://10.21.0.1/', 'https://192.168.7.8/', 'https://[fd00:2::5]/']) expect([url, refusal(url, allow)]).toEqual([url, 'not-public']);
  expect(refusal('http://khac.vn/', allow)).toBe('not-https');
});

test('a name is judged by every address it stands for, when it is named and again at each connection', async () => {
  // 1. A name that stands for a public address when it is named …
  let stands: readonly { address: string; family: number }[] = [{ address: '203.162.4.191', family: 4 }];
  const outbound = createOutbound({ resolve: (_name, _options, done) => done(null, stands) });
  expect(await outbound.refusalNow(new URL('https://doi-ten.vn/'), https)).toBeUndefined();
  // 2. … and for this machine when it is connected to.
  let asked = 0;
  const server = createServer((_request, response) => response.end(String((asked += 1))));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://doi-ten.vn:${(server.address() as AddressInfo).port}/`;
  stands = [{ address: '203.162.4.191', family: 4 }, { address: '127.0.0.1', family: 4 }];
  await expect(request(url, { dispatcher: outbound.dispatcher })).rejects.toThrow('not a public address');
  expect(asked).toBe(0);
  expect(await outbound.refusalNow(new URL(url))).toBe('not-public');
  // 3. Where the operator allows it, the same connection is made.
  const permitting = createOutbound({ allow: ['127.0.0.1'], resolve: (_name, _options, done) => done(null, stands.slice(1)) });
  expect((await request(url, { dispatcher: permitting.dispatcher })).statusCode).toBe(200);
  await Promise.all([outbound.close(), permitting.close()]);
  server.close().closeAllConnections();
});

test('a name that nobody knows is told apart from one that may not be reached', async () => {
  const outbound = createOutbound({ resolve: (_name, _options, done) => done(new Error('ENOTFOUND'), []) });
  expect(await outbound.refusalNow(new URL('https://khong-co.vn/'))).toBe('not-found');
});
