import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consentVersion } from '../src/intake/submit.ts';
import { fieldReports } from '../src/plugin.ts';

const api = '/api/field-reports';
let world: TestWorld;
let hue: TestProvince;
let dispatcher: string;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)] });
  hue = world.province('hue');
  dispatcher = await hue.signIn({ name: 'dieu-phoi', roles: ['dispatcher'], agency: 'ioc' });
});
afterAll(() => world[Symbol.asyncDispose]());

const submit = async (more: object) => {
  const response = await hue.request(`${api}/reports`, { json: { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909, ...more } });
  expect(response.status).toBe(201);
};
const lines = (text: string) => parse(text, { bom: true }) as string[][];

test('the work list as CSV opens in a spreadsheet: marked UTF-8, a line a report, what looks like a formula is text', async () => {
  await submit({ description: '=HYPERLINK("http://xau.example";"bấm đây") ổ gà trước số 5', address: '@SUM(1+1)*cmd' });
  await submit({ category: 'waste', description: 'Rác "chất đống",\nba ngày chưa ai thu gom.' });
  const response = await hue.request(`${api}/inbox.csv`, { as: dispatcher });
  expect([response.status, response.headers.get('content-type'), response.headers.get('content-disposition')]).toEqual([200, 'text/csv; charset=utf-8', 'attachment; filename="hue-phan-anh.csv"']);
  const bytes = Buffer.from(await response.clone().arrayBuffer());
  expect(bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  const [head, ...rows] = lines(bytes.toString());
  expect(head!.slice(0, 4)).toEqual(['Mã', 'Lĩnh vực', 'Xã, phường', 'Đơn vị']);
  expect(rows).toHaveLength(2);
  for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  const text = rows.map((row) => row.at(-1));
  expect(text).toContain('Rác "chất đống",\nba ngày chưa ai thu gom.');
  expect(text.some((cell) => cell!.startsWith('\'=HYPERLINK'))).toBe(true);
});

test('no reporter is in it, neither in a column nor in the text', async () => {
  await submit({ description: 'Đèn tắt, gọi tôi 0900 000 123 hoặc thu@vi-du.vn nhé.', contact: { name: 'Trần Thị Thử', phone: '0900000123', email: 'thu@vi-du.vn', consent: consentVersion } });
  for (const path of ['/inbox.csv', '/figures.csv']) {
    const text = await (await hue.request(`${api}${path}`, { as: dispatcher })).text();
    for (const secret of ['Trần Thị Thử', '0900', '+84900', 'thu@vi-du']) expect(text).not.toContain(secret);
  }
});

test('it holds what the inbox holds: the filter, and an officer their own agency alone', async () => {
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
  const own = lines(await (await hue.request(`${api}/inbox.csv`, { as: officer })).text()).slice(1);
  expect(own.length).toBeGreaterThan(0);
  expect(new Set(own.map((row) => row[3]))).toEqual(new Set(['Sở Xây dựng thành phố Huế']));
  const waste = lines(await (await hue.request(`${api}/inbox.csv?category=waste`, { as: dispatcher })).text()).slice(1);
  expect(waste.map((row) => row[1])).toEqual(['Rác thải, vệ sinh môi trường']);
  expect((await hue.request(`${api}/inbox.csv`)).status).toBe(401);
  expect((await hue.request(`${api}/inbox.xlsx`, { as: await hue.signIn({ name: 'nguoi-dan', roles: ['citizen'] }) })).status).toBe(403);
});

test('spreadsheets are spreadsheets', async () => {
  for (const path of ['/inbox.xlsx', '/figures.xlsx?period=365']) {
    const response = await hue.request(`${api}${path}`, { as: dispatcher });
    expect([path, response.status, response.headers.get('content-type')]).toEqual([path, 200, 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']);
    expect(Buffer.from(await response.arrayBuffer()).subarray(0, 4)).toEqual(Buffer.from('PK\u0003\u0004'));
  }
});

test('the metrics of a period as CSV: a line each, with how it is reckoned; where there is too little it says so', async () => {
  await world.settled();
  const [head, ...rows] = lines(await (await hue.request(`${api}/figures.csv?period=365`)).text());
  expect(rows.map(([id]) => id)).toEqual(Object.keys(fieldReports.metrics));
  const volume = Object.fromEntries(head!.map((name, i) => [name, rows[0]![i]]));
  expect(volume).toMatchObject({ 'Ghi chú': 'giữ kín: dưới 10 trường hợp', 'Giá trị': '', 'Tử số': '' });
  expect((await hue.request(`${api}/figures.csv?period=2026-13`)).status).toBe(422);
});

test('a hundred thousand rows are sent as they are read: memory does not grow with them', async () => {
  // In parts: no statement of a province may take longer than 15 s, on however busy a machine.
  for (let from = 0; from < 100_000; from += 5_000) {
    await hue.database(({ pool }) =>
      pool.query(
        `insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, description, public_text, public, channel, state, agency, photos, submitted_at, due_at)
         select gen_random_uuid(), 'HUE-25-' || lpad(n::text, 7, '0'), 'noise', '19789', 16.46, 107.59, true, 'x', 'Tiếng ồn về đêm, nhiều ngày liền, xin kiểm tra.', true, 'web', 'assigned', 'cong-an', '{}',
           now() - n * interval '1 minute', now() + n * interval '1 second'
         from generate_series($1::int + 1, $1::int + 5000) as n`,
        [from],
      ),
    );
  }
  const response = await hue.request(`${api}/inbox.csv?category=noise`, { as: dispatcher });
  let [most, bytes, rows] = [0, 0, 0];
  globalThis.gc?.();
  const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed;
  for await (const piece of response.body!) {
    bytes += piece.length;
    rows += Buffer.from(piece).toString('latin1').split('HUE-25-').length - 1;
    most = Math.max(most, process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before);
  }
  expect(rows).toBe(100_000);
  expect(bytes).toBeGreaterThan(15_000_000);
  // What one page takes, and what is not collected yet.
  expect(most / 2 ** 20).toBeLessThan(150);

  const spreadsheet = await hue.request(`${api}/inbox.xlsx?category=noise`, { as: dispatcher });
  expect(spreadsheet.status).toBe(413);
  expect(await spreadsheet.json()).toMatchObject({ code: 'too-many-rows' });
}, 300_000);
