import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';

let world: TestWorld;
let hue: TestProvince;
let admin: string;
let dispatcher: string;

beforeAll(async () => {
  const template = (name: string) => loadTemplate(fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, ''));
  world = await testWorld({ plugins: [fieldReports], provinces: [await template('hue')] });
  hue = world.province('hue');
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
});
afterAll(() => world[Symbol.asyncDispose]());

const api = '/api/field-reports';
const name = 'Trần Thị Bưởi';
const phone = '0900000123';
const description = `Ổ gà lớn trước nhà tôi, xin gọi ${phone}.`;

async function upload(): Promise<string> {
  const body = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } }).png().toBuffer();
  const answer = await hue.request(`${api}/photos`, { method: 'POST', headers: { 'content-type': 'image/png' }, body });
  return ((await answer.json()) as { id: string }).id;
}

/** A report by somebody, with a picture and a way to reach them. */
async function report(as?: string): Promise<string> {
  const contact = { name, phone, email: 'buoi@vidu.vn', consent: '2026-11' };
  const json = { category: 'road-damage', description, lat: 16.4637, lon: 107.5909, photos: [await upload()], contact };
  const answer = await hue.request(`${api}/reports`, { json, ...(as && { as }) });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

const contactOf = (code: string) => hue.request(`${api}/reports/${code}/reporter`, { as: dispatcher, json: { purpose: 'Gọi lại để hỏi thêm.' } }).then((answer) => answer.text());
const shownOf = async (code: string) => (await (await hue.request(`${api}/reports/${code}`)).json()) as { pictures: { url: string }[]; status: string };
const originalOf = (code: string) => hue.request(`${api}/reports/${code}/original`, { as: dispatcher, json: { purpose: 'Đối chiếu nội dung.' } }).then((answer) => answer.text());
const accountOf = (email: string) => hue.database(async ({ db }) => (await db.selectFrom('identity.user').select('id').where('email', '=', email).executeTakeFirstOrThrow()).id);

/** Whether a report still leads to somebody: the way to reach them, the text with their number, their picture. */
async function traces(code: string): Promise<{ contact: boolean; text: boolean; picture: boolean }> {
  const { pictures } = await shownOf(code);
  return { contact: (await contactOf(code)).includes(name), text: (await originalOf(code)).includes(phone), picture: pictures.length > 0 };
}

test('a reporter who is erased leaves a report that leads to nobody; what others reported is untouched', async () => {
  const citizen = await hue.signIn({ name: 'buoi', roles: ['citizen'] });
  const [own, others] = [await report(citizen), await report()];
  await world.settled();
  expect(await traces(own)).toEqual({ contact: true, text: true, picture: true });
  const { url } = (await shownOf(own)).pictures[0]!;
  // 1. Their data is handed to them first, picture and all.
  const account = await accountOf('buoi@hue.example');
  const ask = async (kind: string) => (await (await hue.request('/api/core/personal-data/requests', { as: admin, json: { kind, account } })).json()) as { id: string };
  const { id } = await ask('export');
  const given = (await (await hue.request(`/api/core/personal-data/requests/${id}/export`, { as: admin, method: 'POST' })).json()) as { modules: Record<string, { data: unknown }>; files: unknown[] };
  expect(given.modules['field-reports']?.data).toMatchObject([{ code: own, description, name, phone: '+84900000123' }]);
  expect(given.files).toHaveLength(1);
  // 2. Then they are erased.
  await ask('erase');
  await world.settled();
  expect(await traces(own)).toEqual({ contact: false, text: false, picture: false });
  expect((await hue.request(url)).status).toBe(404);
  expect((await shownOf(own)).status).toBe('submitted');
  expect(await traces(others)).toEqual({ contact: true, text: true, picture: true });
});

test('two years after its end a report leads to nobody any more, without anybody asking', async () => {
  const [old, recent, open] = [await report(), await report(), await report()];
  await hue.database(({ pool }) =>
    pool.query(
      `update field_reports.reports set state = case when code = $3 then state else 'closed' end, closed_at = now() - make_interval(months => case when code = $1 then 25 else 23 end)
       where code in ($1, $2, $3)`,
      [old, recent, open],
    ),
  );
  await hue.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('core', 'apply-retention')`));
  world.kernel.committed(hue.now());
  await world.settled();
  expect(await traces(old)).toEqual({ contact: false, text: false, picture: false });
  for (const code of [recent, open]) expect(await traces(code)).toEqual({ contact: true, text: true, picture: true });
  const audit = (await (await hue.request('/api/core/audit?type=retention.applied', { as: admin })).json()) as { items: { data: { rule: string; rows: number } }[] };
  expect(audit.items.map(({ data }) => [data.rule, data.rows]).toSorted()).toEqual([['contacts', 1], ['pictures', 1], ['texts', 1]]);
});
