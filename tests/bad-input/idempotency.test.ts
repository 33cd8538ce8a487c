import { afterAll, beforeAll, expect, test } from 'vitest';
import { picture, type Twin } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { refused, storingNothing } from './refused.ts';

let twins: TwinWorld;
let hue: Twin;

beforeAll(async () => {
  twins = await twinWorld();
  ({ hue } = twins);
});
afterAll(() => twins[Symbol.asyncDispose]());

const api = '/api/field-reports';
const report = (more = {}) => ({ category: 'road-damage', commune: hue.commune, description: 'Ổ gà lớn trước cổng trường.', ...more });

/** One use of each kind of write: in one statement, in a transaction, with a file. */
const writes: Readonly<Record<string, { table: string; send(key: string): Promise<Response> }>> = {
  'a report': { table: 'field_reports.reports', send: (key) => hue.site.request(`${api}/reports`, { json: report(), headers: { 'idempotency-key': key } }) },
  'a rating': {
    table: `core.events where type = 'report.rated'`,
    send: (key) => {
      const { code, followUp } = hue.reports.rate;
      return hue.site.request(`${api}/reports/${code}/rate`, { json: { followUp, rating: 'accepted' }, headers: { 'idempotency-key': key } });
    },
  },
  'a picture': {
    table: 'core.files',
    send: (key) => hue.site.request(`${api}/photos`, { method: 'POST', body: picture, headers: { 'content-type': 'image/png', 'idempotency-key': key } }),
  },
};

const countIn = async (table: string) => Number((await hue.site.database(({ pool }) => pool.query<{ n: number }>(`select count(*) as n from ${table}`))).rows[0]!.n);

test.each(Object.entries(writes))('%s sent again with its key is stored once and answered the same', async (what, { table, send }) => {
  const before = await countIn(table);
  const answers = [];
  for (let i = 0; i < 3; i += 1) answers.push(await send(`nhac-lai-${what.replace(' ', '-')}`));
  const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
  expect(new Set(texts.map(String)).size).toBe(1);
  expect(answers[0]!.status).toBeLessThan(300);
  expect(await countIn(table)).toBe(before + 1);
  // Without the key it is another one: so it was the key that made them one.
  await send('mot-khoa-khac');
  expect(await countIn(table)).toBe(before + 2);
});

test.each(Object.entries(writes))('%s sent twenty times at once with one key is stored once and answered the same', async (what, { table, send }) => {
  const before = await countIn(table);
  const answers = await Promise.all(Array.from({ length: 20 }, () => send(`cung-luc-${what.replace(' ', '-')}`)));
  const texts = await Promise.all(answers.map(async (answer) => [answer.status, await answer.text()]));
  expect(new Set(texts.map(String)).size).toBe(1);
  expect(answers[0]!.status).toBeLessThan(300);
  expect(await countIn(table)).toBe(before + 1);
});

test('a key that was used for another body is refused, also at the same moment', async () => {
  const send = (key: string, json: object) => hue.site.request(`${api}/reports`, { json, headers: { 'idempotency-key': key } });
  expect((await send('mot-noi-dung', report())).status).toBe(201);
  await storingNothing(twins.world, async () => {
    for (const json of [report({ category: 'waste' }), report({ address: '1 Lê Lợi' })]) {
      expect((await refused('another body', await send('mot-noi-dung', json), 422)).code).toBe('idempotency-key-reused');
    }
  });
  const before = await countIn('field_reports.reports');
  const both = await Promise.all(['waste', 'noise', 'waste', 'noise'].map((category) => send('hai-noi-dung', report({ category }))));
  expect(both.map(({ status }) => status).toSorted()).toEqual([201, 201, 422, 422]);
  expect(await countIn('field_reports.reports')).toBe(before + 1);
});

test('a key used for one report is no key for another', async () => {
  const follow = async (use: 'rate' | 'close') => {
    const { code, followUp } = hue.reports[use];
    const answer = await hue.site.request(`${api}/reports/${code}/rate`, { json: { followUp, rating: 'satisfied' }, headers: { 'idempotency-key': 'hai-phan-anh' } });
    return { status: answer.status, text: await answer.text() };
  };
  expect(await follow('rate')).toMatchObject({ status: 200, text: expect.stringContaining(hue.reports.rate.code) });
  expect((await follow('close')).status).toBe(422);
});

test('a refused request does not use up its key', async () => {
  const send = (json: object) => hue.site.request(`${api}/reports`, { json, headers: { 'idempotency-key': 'lan-dau-sai' } });
  await storingNothing(twins.world, async () => {
    await refused('no such category', await send(report({ category: 'khong-co' })), 422);
    await refused("another's picture", await send(report({ photos: [twins.dakLak.pendingPhoto] })), 422);
  });
  expect((await send(report())).status).toBe(201);
});

test('what is kept to answer a repeat names nobody, also where the answer does', async () => {
  const look = () =>
    hue.site.request(`${api}/reports/${hue.reports.reporter.code}/reporter`, { as: hue.staff, json: { purpose: 'Gọi lại để hỏi thêm.' }, headers: { 'idempotency-key': 'xem-nguoi-gui' } });
  const [first, again] = [await (await look()).text(), await (await look()).text()];
  expect(first).toContain('+84905123456');
  expect(again).toBe(first);
  expect(await countIn(`core.events where type = 'reporter.viewed'`)).toBe(1);
  const kept = await hue.site.database(({ pool }) => pool.query<{ row: string }>('select idempotency::text as row from core.idempotency'));
  expect(kept.rows.length).toBeGreaterThan(0);
  expect(kept.rows.map(({ row }) => row).join()).not.toMatch(/905123456|cong-dan@|Nguyễn/);
});

test('a key that is none is refused', async () => {
  await storingNothing(twins.world, async () => {
    for (const key of ['', ' ', 'hai tu', 'kh\u00f3a', 'x'.repeat(201), 'a\tb']) {
      await refused(JSON.stringify(key.slice(0, 20)), await hue.site.request(`${api}/reports`, { json: report(), headers: { 'idempotency-key': key } }), 422);
    }
  });
});
