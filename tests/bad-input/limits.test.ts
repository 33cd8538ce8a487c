import type { TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { twoProvinces } from '../isolation/two-provinces.ts';
import { refused } from './refused.ts';

let world: TestWorld;

beforeAll(async () => {
  world = await twoProvinces({ limitFactor: 1 });
});
afterAll(() => world[Symbol.asyncDispose]());

const reports = '/api/field-reports/reports';
const countOf = async (id: string, table: string) => Number((await world.province(id).database(({ pool }) => pool.query<{ n: number }>(`select count(*) as n from ${table}`))).rows[0]!.n);

/** The first refusal among so many requests. */
async function firstRefusal(times: number, send: () => Promise<Response>): Promise<{ after: number; response: Response }> {
  for (let after = 0; after < times; after += 1) {
    const response = await send();
    if (response.status === 429) return { after, response };
  }
  throw new Error(`${times} requests went through`);
}

test('too many reports from one address are refused with the time to wait, in their own province alone', async () => {
  const send = (id: string) => world.province(id).request(reports, { json: { category: 'khong-co', description: 'Ổ gà lớn trước cổng trường.' } });
  const { after, response } = await firstRefusal(70, () => send('hue'));
  expect(after).toBe(60);
  const { headers } = await refused('report', response, 429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
  expect((await send('dak-lak')).status).toBe(422);
  expect(await countOf('hue', 'field_reports.reports')).toBe(0);
});

test('too many forms from one address are refused before they are read, whatever stands in them, in their own province alone', async () => {
  const send = (id: string) => world.province(id).request('/phan-anh/gui', { method: 'POST', headers: { accept: 'text/html', 'content-type': 'text/plain' }, body: 'x' });
  const { after, response } = await firstRefusal(70, () => send('hue'));
  expect([after, Number(response.headers.get('retry-after')) > 0]).toEqual([60, true]);
  expect((await send('dak-lak')).status).toBe(415);
});

test('too many passwords for one account, or from one address, are refused', async () => {
  const dakLak = world.province('dak-lak');
  const signIn = (email: string) => dakLak.request('/api/auth/sign-in/email', { json: { email, password: 'sai' } });
  const forOne = await firstRefusal(10, () => signIn('mot-nguoi@vidu.vn'));
  expect(forOne.after).toBe(5);
  await refused('account', forOne.response, 429);
  let i = 0;
  const fromOne = await firstRefusal(25, () => signIn(`nguoi-${(i += 1)}@vidu.vn`));
  await refused('address', fromOne.response, 429);
  expect(await countOf('dak-lak', 'identity.session')).toBe(0);
});

test('too many requests of any kind from one address are refused, the first of them served', async () => {
  const { response } = await firstRefusal(700, () => world.province('hue').request('/api/core/agencies'));
  const { headers } = await refused('any', response, 429);
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
});
