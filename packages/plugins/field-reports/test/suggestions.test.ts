import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sampleReports } from '../src/demo/sample-reports.ts';
import { fieldReports } from '../src/plugin.ts';
import { hue as communes, provinceInput } from './demo-provinces.ts';

const api = '/api/field-reports';
let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let dispatcher: string;
let leader: string;

beforeAll(async () => {
  const template = (name: string) => loadTemplate(fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, ''));
  world = await testWorld({ plugins: [fieldReports], provinces: [await template('hue'), await template('dak-lak')] });
  hue = world.province('hue');
  dakLak = world.province('dak-lak');
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
  leader = await hue.signIn({ name: 'lanh-dao', roles: ['province-leader'] });
});
afterAll(() => world[Symbol.asyncDispose]());

const agencyOf: Readonly<Record<string, string>> = { 'road-damage': 'so-xay-dung', waste: 'moi-truong-do-thi', trees: 'cong-vien-cay-xanh', 'street-light': 'moi-truong-do-thi', 'water-supply': 'cap-nuoc' };

/** Closed reports as a province has them after some months. */
async function withHistory(province: TestProvince, count: number): Promise<void> {
  const samples = sampleReports({ ...provinceInput(communes, 46), count, categories: Object.keys(agencyOf) });
  const rows = samples.map(({ category, commune, lat, lon, description, submittedAt }) => ({
    id: randomUUID(), code: `OLD-26-${String(Math.floor(Math.random() * 1e7)).padStart(7, '0')}`, category, commune, lat, lon, description, submitted_at: submittedAt, agency: agencyOf[category],
  }));
  await province.database(({ pool }) =>
    pool.query(
      `insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, description, public_text, public, channel, state, agency, submitted_at, due_at, closed_at)
       select id, code, category, commune, lat, lon, true, description, description, true, 'web', 'closed', agency, submitted_at, submitted_at, submitted_at
       from jsonb_to_recordset($1::jsonb) as row(id uuid, code text, category text, commune text, lat float8, lon float8, description text, submitted_at timestamptz, agency text)
       on conflict (code) do nothing`,
      [JSON.stringify(rows)],
    ),
  );
}

async function night(province: TestProvince): Promise<void> {
  await province.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'train-suggestions')`));
  world.kernel.committed(world.kernel.registry.byId(province === hue ? 'hue' : 'dak-lak')!);
  await world.settled();
}

const read = async <T>(response: Response | Promise<Response>) => (await (await response).json()) as T;
const suggest = (province: TestProvince, text: string) => read<{ category: { value: string; confidence: number } | null }>(province.request(`${api}/suggest`, { json: { text } }));
const figures = () => read<{ inUse: { reports: number; sample: boolean; measured: { category: { reports: number; accuracy: number } } } | null; lastNight: { state: string; reports: number }; fates: { kind: string; shown: number; confirmed: number; changed: number; ignored: number }[] }>(hue.request(`${api}/suggestions/figures`, { as: leader }));
const stored = async (code: string) => (await read<{ items: { kind: string; suggested: string; given: string; shown: boolean; fate: string | null; became: string | null }[] }>(hue.request(`${api}/inbox/${code}/suggestions`, { as: dispatcher }))).items;

const words = ['', 'mong sớm', 'xin cảm ơn', 'trẻ em qua lại', 'xe máy phải vòng', 'gần chợ', 'trước trường', 'bên cầu'];
let sent = 0;

/** About a fallen tree, sent as something else. */
async function submitted(category: string, more: object = {}): Promise<string> {
  // Each in other words: what one address sends twice is one report.
  const description = `Cây xanh to đổ ngang đường chắn hết lối đi sau trận gió đêm qua, đề nghị đội cây xanh cưa dọn gấp, ${words[(sent += 1)]}.`;
  const json = { category, description, lat: 16.4637 + sent * 0.01, lon: 107.5909, ...more };
  const { code } = await read<{ code: string }>(hue.request(`${api}/reports`, { json }));
  await world.settled();
  return code;
}

/** What the button of the page sends. */
function press(code: string, kind: string, suggested: string): Promise<Response> {
  const body = new FormData();
  body.set('suggested', suggested);
  body.set('once', randomUUID());
  return hue.request(`/phan-anh/viec/${code}/goi-y/${kind}`, { method: 'POST', headers: { accept: 'text/html' }, as: dispatcher, body });
}

const move = async (code: string, name: string, json?: object) => {
  const answer = await hue.request(`${api}/reports/${code}/${name}`, { method: 'POST', as: dispatcher, ...(json && { json }) });
  expect([name, answer.status]).toEqual([name, 200]);
  await world.settled();
};

test('a province with too little history suggests nothing, and says why', async () => {
  await night(hue);
  expect(await suggest(hue, 'Cây đổ ngang đường')).toEqual({ category: null });
  expect(await figures()).toMatchObject({ inUse: null, lastNight: { state: 'too-few', reports: 0 } });
  expect(await (await hue.request('/phan-anh/goi-y', { as: leader })).text()).toContain('Chưa có gợi ý');
});

test('after a night with 700 closed reports it suggests; the neighbour, who has none, still does not', async () => {
  await withHistory(hue, 700);
  await night(hue);
  expect(await suggest(hue, 'Cây xanh bật gốc đổ chắn ngang đường, cành gãy rơi xuống')).toMatchObject({ category: { value: 'trees' } });
  expect(await suggest(hue, 'den duong hong khong sang may hom nay')).toMatchObject({ category: { value: 'street-light' } });
  expect(await suggest(dakLak, 'Cây xanh bật gốc đổ chắn ngang đường')).toEqual({ category: null });
  const { inUse } = await figures();
  expect(inUse).toMatchObject({ sample: false, measured: { category: { reports: 70 } } });
  expect(inUse!.measured.category.accuracy).toBeGreaterThan(0.8);
});

test('what says nothing, or too little to be sure, is answered with nothing', async () => {
  expect(await suggest(hue, '')).toEqual({ category: null });
  expect(await suggest(hue, 'zzz qqq')).toEqual({ category: null });
});

test('the operator learns the agency and the urgency too; a stranger may not ask for them', async () => {
  const json = { text: 'Cây xanh đổ ngang đường chắn hết lối đi', commune: '19789' };
  expect(await read(hue.request(`${api}/inbox/suggest`, { as: dispatcher, json }))).toMatchObject({ category: { value: 'trees' }, agency: { value: 'cong-vien-cay-xanh' } });
  expect((await hue.request(`${api}/inbox/suggest`, { json })).status).toBe(401);
  expect((await hue.request(`${api}/suggestions/figures`)).status).toBe(401);
});

test('a report sent in the wrong category: one press takes the suggestion, and that is what became of it', async () => {
  const code = await submitted('waste');
  expect(await stored(code)).toContainEqual(expect.objectContaining({ kind: 'category', suggested: 'trees', given: 'waste', shown: true, fate: null }));
  const page = await (await hue.request(`/phan-anh/viec/${code}`, { as: dispatcher })).text();
  expect(page).toContain('Gợi ý từ các phản ánh trước');
  expect(page).toContain('Cây xanh, công viên');

  const pressed = await press(code, 'category', 'trees');
  expect([pressed.status, pressed.headers.get('location')]).toEqual([303, `/phan-anh/viec/${code}?done=goi-y`]);
  await move(code, 'accept');
  await move(code, 'assign', {});
  expect(await stored(code)).toContainEqual(expect.objectContaining({ kind: 'category', suggested: 'trees', fate: 'confirmed', became: 'trees' }));
});

test('left as the citizen sent it, the suggestion was ignored; given a third category, it was changed', async () => {
  const [left, third] = [await submitted('waste'), await submitted('waste')];
  for (const code of [left, third]) await move(code, 'accept');
  await move(third, 'reclassify', { category: 'traffic' });
  for (const code of [left, third]) await move(code, 'assign', {});
  const fate = async (code: string) => (await stored(code)).find(({ kind }) => kind === 'category');
  expect(await fate(left)).toMatchObject({ fate: 'ignored', became: 'waste' });
  expect(await fate(third)).toMatchObject({ fate: 'changed', became: 'traffic' });
  const category = (await figures()).fates.find(({ kind }) => kind === 'category');
  expect(category).toEqual({ kind: 'category', made: 3, shown: 3, confirmed: 1, changed: 1, ignored: 1 });
});

test('what the report came with anyway is not shown, and does not make the figure better than it is', async () => {
  const code = await submitted('trees');
  expect((await stored(code)).find(({ kind }) => kind === 'category')).toMatchObject({ suggested: 'trees', given: 'trees', shown: false });
  expect((await figures()).fates.find(({ kind }) => kind === 'category')).toMatchObject({ made: 4, shown: 3 });
});

test('a second report of the same tree, next to the first, is suggested as its duplicate', async () => {
  const place = { lat: 16.4521, lon: 107.5803 };
  const first = await submitted('trees', place);
  const second = await submitted('trees', { ...place, description: 'Cây xanh to đổ ngang đường chắn hết lối đi, đề nghị cưa dọn gấp kẻo tai nạn.' });
  expect((await stored(second)).filter(({ kind }) => kind === 'duplicate').map(({ suggested }) => suggested)).toEqual([first]);
  const pressed = await press(second, 'duplicate', first);
  expect(pressed.status).toBe(303);
  await world.settled();
  expect((await stored(second)).find(({ kind }) => kind === 'duplicate')).toMatchObject({ fate: 'confirmed', became: first });
});

test('a model that is worse by more than the province allows is refused, and the former goes on suggesting', async () => {
  // The newest tenth says the opposite of all that was before.
  await hue.database(({ pool }) => pool.query(`update field_reports.reports set category = 'noise', submitted_at = now() where id in (select id from field_reports.reports where state = 'closed' and category = 'trees' order by submitted_at desc limit 60)`));
  await night(hue);
  expect((await figures()).lastNight.state).toBe('refused');
  expect(await suggest(hue, 'Cây xanh bật gốc đổ chắn ngang đường, cành gãy rơi xuống')).toMatchObject({ category: { value: 'trees' } });
});

test('when history is gone, so is the model: nobody is suggested from what was erased', async () => {
  await hue.database(({ pool }) => pool.query(`update field_reports.reports set state = 'rejected' where code like 'OLD-%'`));
  await night(hue);
  expect((await figures()).inUse).toBeNull();
  expect(await suggest(hue, 'Cây xanh bật gốc đổ chắn ngang đường')).toEqual({ category: null });
});
