import { afterAll, beforeAll, expect, test } from 'vitest';
import { foreignClient, type ForeignClient } from './foreign-client.ts';
import { address, open311Province, type Open311Province, road } from './open311-province.ts';

let province: Open311Province;
let client: ForeignClient;
const codes: string[] = [];
const send = async (i: number) => codes.push(await client.report({ ...road, description: `Ổ gà số ${i} trước cổng trường.` }));

beforeAll(async () => {
  province = await open311Province();
  client = foreignClient((path, init) => province.hue.request(`${address}${path}`, init), { key: province.key, pageSize: 5, since: '2020-01-01T00:00:00+07:00' });
  for (let i = 0; i < 13; i += 1) await send(i);
  await province.seen();
});
afterAll(() => province.world[Symbol.asyncDispose]());

/** Everybody's latest state, as one plain read has it. */
async function now(): Promise<Map<string, { status: string; notes: string }>> {
  const all = (await (await province.get('/requests.json')).json()) as { service_request_id: string; status: string; status_notes: string; updated_datetime: string }[];
  return new Map(all.map((one) => [one.service_request_id, { status: one.status, notes: one.updated_datetime }]));
}
const seenStates = () => new Map([...client.known].map(([id, { status, updated_datetime: notes }]) => [id, { status, notes }]));
const twice = (from = 0) => {
  const pairs = client.brought.slice(from).map((one) => `${one.service_request_id} ${one.updated_datetime}`);
  return pairs.filter((pair, i) => pairs.indexOf(pair) !== i);
};

test('the first poll brings every report once, page by page', async () => {
  // Long ago, so that nobody could still be paging through it.
  province.clock.move({ minutes: 5 });
  await client.poll();
  expect(client.brought.map((one) => one.service_request_id)).toEqual(codes);
  expect(seenStates()).toEqual(await now());
});

test('a poll without news brings nothing; after one change just that report', async () => {
  const before = client.brought.length;
  await client.poll();
  expect(client.brought.length).toBe(before);
  await province.move(codes[4]!, 'accept');
  await province.seen();
  await client.poll();
  expect(client.brought.slice(before).map((one) => one.service_request_id)).toEqual([codes[4]]);
});

test('while reports change between its pages, no report is lost and none comes twice with the same time', async () => {
  const { move, seen, clock } = province;
  for (const code of codes.slice(0, 4)) await move(code, 'accept');
  for (const code of codes.slice(5)) await move(code, 'accept');
  await seen();
  clock.move({ minutes: 5 });
  const before = client.brought.length;
  const moving = [[codes[0]!, codes[12]!], [codes[6]!, codes[1]!]];
  await client.poll(async () => {
    // One that was on an earlier page, and one that is still to come.
    for (const code of moving.shift() ?? []) await move(code, 'assign', { agency: 'so-xay-dung' });
    await send(100 + moving.length);
    await seen();
  });
  // Every report that had changed came, and no page repeated one.
  const ids = client.brought.slice(before).map((one) => one.service_request_id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(new Set(ids)).toEqual(new Set([...codes.slice(0, 4), ...codes.slice(5)]));
  // What changed meanwhile comes with the next polls; then the client knows what everybody knows.
  await seen();
  await client.poll();
  clock.move({ minutes: 5 });
  await client.poll();
  expect(seenStates()).toEqual(await now());
  expect(twice()).toEqual([]);
});

test('a client that names the end of its time sees the same pages whatever happens meanwhile', async () => {
  const { get, clock, move, seen } = province;
  const from = new Date(clock.now().getTime() - 3_600_000).toISOString();
  const until = clock.now().toISOString();
  const page = async (number: number) => ((await (await get(`/requests.json?updated_after=${from}&updated_before=${until}&page=${number}&page_size=4`)).json()) as { service_request_id: string; updated_datetime: string }[]).map((one) => `${one.service_request_id} ${one.updated_datetime}`);
  const before = [await page(1), await page(2), await page(3)];
  expect(new Set(before.flat()).size).toBe(12);
  await move(codes[2]!, 'assign', { agency: 'so-xay-dung' });
  await move(codes[3]!, 'assign', { agency: 'so-xay-dung' });
  await seen();
  expect([await page(1), await page(2), await page(3)]).toEqual(before);
});

test('filters narrow: status, service, box, ids and dates; pages go on where the one before ended', async () => {
  const { get, key, post, move, seen } = province;
  const ids = async (query: string) => ((await (await get(`/requests.json?${query}`)).json()) as { service_request_id: string }[]).map((one) => one.service_request_id);
  const far = ((await (await post('/requests.json', { ...road, api_key: key, service_code: 'waste', lat: '16.25', long: '107.99', description: 'Rác chất đống bên đường.' })).json()) as { service_request_id: string }[])[0]!.service_request_id;
  await move(codes[0]!, 'start');
  await move(codes[0]!, 'answer', { answer: 'Đã vá xong mặt đường.' });
  await seen();
  expect(await ids('status=closed')).toEqual([codes[0]]);
  expect((await ids('status=open')).includes(codes[0]!)).toBe(false);
  expect(await ids('service_code=waste')).toEqual([far]);
  expect(await ids('service_code=waste,road-damage&page_size=1')).toEqual([far]);
  expect(await ids('bbox=107.9,16.2,108.1,16.3')).toEqual([far]);
  expect(await ids(`service_request_id=${codes[3]},${far}&status=closed`)).toEqual([far, codes[3]]);
  const all = await ids('');
  expect([...(await ids('page_size=6&page=1')), ...(await ids('page_size=6&page=2')), ...(await ids('page_size=6&page=3'))]).toEqual(all);
  expect(await ids('page_size=6&page=99')).toEqual([]);
  expect(await ids('start_date=2020-01-01T00:00:00Z&end_date=2020-02-01T00:00:00Z')).toEqual([]);
});
