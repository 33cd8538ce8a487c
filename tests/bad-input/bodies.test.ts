import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts } from '../isolation/attempts.ts';
import { overLoopback, type WireAnswer } from '../isolation/loopback.ts';
import { send } from '../isolation/send.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { problemFaults } from './problem-faults.ts';
import { refused, storingNothing } from './refused.ts';

let twins: TwinWorld;
let port: number;

beforeAll(async () => {
  twins = await twinWorld();
  port = await twins.world.listen();
});
afterAll(() => twins[Symbol.asyncDispose]());

const reports = '/api/field-reports/reports';
const photos = '/api/field-reports/photos';
const megabyte = 1024 * 1024;
const asJson = { 'content-type': 'application/json' };

const raw = (path: string, body: BodyInit, headers: Record<string, string> = asJson) => twins.hue.site.request(path, { method: 'POST', body, headers });
/** Every route that reads JSON, the ones for signing in too. */
const jsonRoutes = () => Object.entries(attempts).flatMap(([name, [attempt]]) => {
  const request = attempt.request(twins.hue, twins.hue);
  return request.json === undefined ? [] : [{ name, request }];
});

function expectRefusal(what: string, { status, headers, text }: WireAnswer, ...expected: number[]): void {
  expect([what, problemFaults({ status, type: headers['content-type'] ?? '', text }, expected)]).toEqual([what, []]);
}

/** A stream without an end, which counts what was taken from it. */
function endless(): { body: Readable; taken: () => number } {
  let taken = 0;
  const chunk = Buffer.alloc(64 * 1024, ' ');
  const body = new Readable({
    read() {
      taken += chunk.length;
      this.push(chunk);
    },
  });
  return { body, taken: () => taken };
}

test('10 MB of JSON are refused at once by every route that reads JSON', async () => {
  const large = `{"description":"${'ổ gà '.repeat(1_500_000)}"}`;
  expect(Buffer.byteLength(large)).toBeGreaterThan(10 * megabyte);
  await storingNothing(twins.world, async () => {
    for (const { name, request: { json: _, ...request } } of jsonRoutes()) {
      const started = performance.now();
      const method = name.split(' ')[0]!;
      await refused(name, await send(twins.hue, { ...request, method, body: large, headers: { ...asJson, 'content-length': String(Buffer.byteLength(large)) } }), 413);
      await refused(`${name}, without a length`, await send(twins.hue, { ...request, method, body: large, headers: asJson }), 413);
      expect(performance.now() - started).toBeLessThan(2_000);
    }
  });
});

test.each([
  [reports, 'application/json'],
  ['/api/auth/sign-in/email', 'application/json'],
  [photos, 'image/jpeg'],
  [photos, 'multipart/form-data; boundary=x'],
  ['/dang-nhap', 'application/x-www-form-urlencoded'],
])('a body in chunks that never ends is cut off: %s as %s', async (path, type) => {
  await storingNothing(twins.world, async () => {
    const { body, taken } = endless();
    const answer = await overLoopback(port, twins.hue.site.host, path, { method: 'POST', headers: { 'content-type': type } }, body);
    body.destroy();
    expectRefusal(path, answer, 413);
    expect(taken()).toBeLessThan(60 * megabyte);
  });
});

test('a picture of more than 12 MB is refused by the length it claims, before it is sent', async () => {
  const claim = { method: 'POST', headers: { 'content-type': 'image/jpeg', 'content-length': String(13 * megabyte) } };
  await storingNothing(twins.world, async () => {
    const { body } = endless();
    expectRefusal(photos, await overLoopback(port, twins.hue.site.host, photos, claim, body), 413);
    body.destroy();
  });
});

test('what is no JSON is refused', async () => {
  const notJson: Record<string, BodyInit> = {
    nothing: '',
    'half of it': '{"category":',
    'a word': 'category',
    'a trailing comma': '{"a":1,}',
    'single quotes': "{'a':1}",
    'two of them': '{}{}',
    'bytes that are no UTF-8': Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x3a, 0x31, 0x7d]),
    'half a pair as bytes': Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]),
    'UTF-16': Buffer.from('{"a":1}', 'utf16le'),
  };
  await storingNothing(twins.world, async () => {
    for (const [what, body] of Object.entries(notJson)) await refused(what, await raw(reports, body), 400);
  });
});

test('JSON that is no object, or is nested without an end, is refused', async () => {
  const deep = 100_000;
  const bodies = ['null', 'true', '7', '"x"', '[]', '[{}]', `${'['.repeat(deep)}${']'.repeat(deep)}`, `${'{"a":'.repeat(40_000)}1${'}'.repeat(40_000)}`, `{"description":${'['.repeat(deep)}${']'.repeat(deep)}}`];
  await storingNothing(twins.world, async () => {
    for (const body of bodies) await refused(body.slice(0, 40), await raw(reports, body), 422);
  });
});

test('JSON sent as anything else is refused', async () => {
  const { hue } = twins;
  const types = ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'application/jsonp', 'application/json-patch+json', 'application/xml', 'json', ''];
  await storingNothing(twins.world, async () => {
    for (const { name, request: { json, ...request } } of jsonRoutes()) {
      const sent = { ...request, method: name.split(' ')[0]!, body: new TextEncoder().encode(JSON.stringify(json)) };
      for (const type of types) await refused(`${name} as ${type}`, await send(hue, { ...sent, headers: { 'content-type': type } }), 415);
      await refused(`${name} without a type`, await send(hue, sent), 415);
    }
  });
});

test('a form that is none is refused', async () => {
  const multipart = { 'content-type': 'multipart/form-data; boundary=x' };
  const withoutFile = '--x\r\ncontent-disposition: form-data; name="file"\r\n\r\nchỉ là chữ\r\n--x--\r\n';
  await storingNothing(twins.world, async () => {
    for (const [what, body, headers] of [
      ['rubbish', 'rubbish', multipart],
      ['no end', '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n', multipart],
      ['no boundary', withoutFile, { 'content-type': 'multipart/form-data' }],
    ] as const) {
      await refused(`photo: ${what}`, await raw(photos, body, headers), 400);
      await refused(`page: ${what}`, await raw('/phan-anh/gui', body, headers), 400);
    }
    await refused('no file', await raw(photos, withoutFile, multipart), 422);
    await refused('another field', await raw(photos, withoutFile.replace('"file"', '"photo"'), multipart), 422);
    await refused('JSON for a page', await raw('/phan-anh/gui', '{}'), 415);
  });
});

test('the same ways with good content are taken', async () => {
  const { hue } = twins;
  const json = JSON.stringify({ category: 'road-damage', commune: hue.commune, description: 'Ổ gà lớn trước cổng trường.' });
  expect((await raw(reports, json, { 'content-type': 'Application/JSON; charset=utf-8' })).status).toBe(201);
  const inChunks = await overLoopback(port, hue.site.host, reports, { method: 'POST', headers: asJson }, Readable.from([json.slice(0, 20), json.slice(20)]));
  expect(inChunks.status).toBe(201);
});
