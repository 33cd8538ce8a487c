import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { csvColumns } from '../src/bulk-csv/columns.ts';
import { readCsv } from '../src/bulk-csv/read-csv.ts';
import { fieldReports } from '../src/plugin.ts';

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

const api = '/api/field-reports';
const header = csvColumns.join(',');
const open = (id: string) => `${id},2026-01-05T08:00:00+07:00,,,open,,web,Đường sá hư hỏng,,Ổ gà lớn ở ${id},,12 Lê Lợi,16.4637,107.5909`;
const closed = (id: string) => `${id},2026-01-05T08:00:00+07:00,2026-01-07T09:00:00+07:00,2026-01-07T09:00:00+07:00,closed,Đã vá xong.,hotline,Đường sá hư hỏng,,"Ổ gà lớn, gọi 0900000123",Sở Xây dựng thành phố Huế,"Lê Lợi, phường Thuận Hóa",,`;
const file = (...lines: string[]) => `${[header, ...lines].join('\r\n')}\r\n`;

interface Shown {
  id: string;
  state: string;
  encoding: string;
  lines: number;
  good: number;
  bad: number;
  imported: number;
  known: number;
  problems: { line: number; message: { vi: string } }[];
}
const send = (body: string | Uint8Array, as = dispatcher) => hue.request(`${api}/imports`, { method: 'POST', as, headers: { 'content-type': 'text/csv' }, body: body as BodyInit });
async function check(body: string | Uint8Array): Promise<Shown> {
  const answer = await send(body);
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Shown;
}
async function run({ id }: Shown): Promise<Shown> {
  const answer = await hue.request(`${api}/imports/${id}/run`, { method: 'POST', as: dispatcher });
  expect(answer.status).toBe(200);
  await world.settled();
  return (await (await hue.request(`${api}/imports/${id}`, { as: dispatcher })).json()) as Shown;
}
const count = () => hue.database(async ({ pool }) => (await pool.query<{ n: number }>('select count(*)::int as n from field_reports.reports')).rows[0]!.n);
const codeOf = (id: string) => hue.database(async ({ pool }) => (await pool.query<{ code: string }>('select code from field_reports.imported_reports join field_reports.reports on id = report where service_request_id = $1', [id])).rows[0]!.code);

test('a file is checked first and brings in nothing; then its good lines come in, and the bad ones come back with their reason', async () => {
  const before = await count();
  const checked = await check(file(open('CU-1'), closed('CU-2'), open('CU-3').replace('Đường sá hư hỏng', 'UFO'), open('CU-4').replace('16.4637,107.5909', '21.03,105.85'), open('CU-1')));
  expect(checked).toMatchObject({ state: 'checked', encoding: 'utf-8', lines: 5, good: 2, bad: 3, imported: 0 });
  expect(checked.problems.map(({ line, message }) => [line, message.vi.split(':')[0]])).toEqual([[4, 'service_name'], [5, 'lat'], [6, 'service_request_id']]);
  expect(await count()).toBe(before);

  expect(await run(checked)).toMatchObject({ state: 'done', imported: 2, known: 0, bad: 3 });
  expect(await count()).toBe(before + 2);

  const refused = await hue.request(`${api}/imports/${checked.id}/refused.csv`, { as: dispatcher });
  const text = await refused.text();
  expect([refused.headers.get('content-type'), text.split('\r\n')[0]]).toEqual(['text/csv; charset=utf-8', `${header},line,problem`]);
  // The same shape: mended, it can be sent again as it is.
  expect((await readCsv(text.replaceAll('UFO', 'Đường sá hư hỏng'))).map(({ cells }) => cells.service_request_id)).toEqual(['CU-3', 'CU-4', 'CU-1']);
});

test('the mark of UTF-8 stands before what is exported', async () => {
  const bytes = new Uint8Array(await (await hue.request(`${api}/reports.csv`)).arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
});

test('history keeps its times, a closed report its answer; telephones are masked; an open one begins today', async () => {
  const shown = async (id: string) => (await (await hue.request(`${api}/reports/${await codeOf(id)}`)).json()) as { status: string; text: string; answer: string | null; agency: string; timeline: { type: string; at: string }[]; submittedAt: string; dueAt: string };
  const old = await shown('CU-2');
  expect(old).toMatchObject({ status: 'closed', answer: 'Đã vá xong.', agency: 'so-xay-dung', text: 'Ổ gà lớn, gọi [số điện thoại]' });
  expect(old.timeline.map(({ type, at }) => [type, new Date(at).toISOString()])).toEqual([
    ['report.submitted', '2026-01-05T01:00:00.000Z'],
    ['report.answered', '2026-01-07T02:00:00.000Z'],
    ['report.closed', '2026-01-07T02:00:00.000Z'],
  ]);
  const begun = await shown('CU-1');
  expect([begun.status, new Date(begun.submittedAt).toISOString(), new Date(begun.dueAt) > new Date()]).toEqual(['submitted', '2026-01-05T01:00:00.000Z', true]);
});

test('nobody is told of history; of open reports the agency is', async () => {
  const { rows } = await hue.database(({ pool }) => pool.query<{ link: string }>('select link from core.notices'));
  const told = rows.map(({ link }) => link).join();
  expect([told.includes(await codeOf('CU-1')), told.includes(await codeOf('CU-2'))]).toEqual([true, false]);
});

test('the same file again, and the province’s own export, bring in nothing twice', async () => {
  const before = await count();
  expect(await run(await check(file(open('CU-1'), closed('CU-2'))))).toMatchObject({ imported: 0, known: 2 });
  const exported = await (await hue.request(`${api}/reports.csv`)).text();
  expect(await run(await check(exported))).toMatchObject({ imported: 0, bad: 0 });
  expect(await count()).toBe(before);
});

test('pressing twice brings in once', async () => {
  const checked = await check(file(open('CU-9')));
  const [first, second] = await Promise.all([1, 2].map(() => hue.request(`${api}/imports/${checked.id}/run`, { method: 'POST', as: dispatcher })));
  expect([first!.status, second!.status]).toEqual([200, 200]);
  await world.settled();
  expect(await run(checked)).toMatchObject({ state: 'done', imported: 1 });
});

test('many lines come in some at a time, and how far it has come shows', async () => {
  const before = await count();
  const checked = await check(file(...Array.from({ length: 600 }, (_, i) => open(`NHIEU-${i}`))));
  expect(await run(checked)).toMatchObject({ state: 'done', lines: 600, imported: 600 });
  expect(await count()).toBe(before + 600);
}, 60_000);

test.each([
  ['UTF-16 LE', Buffer.from(`\ufeff${file(open('ENC-LE'))}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE', iconv.encode(file(open('ENC-BE')), 'utf-16be', { addBOM: true }), 'utf-16be'],
  ['UTF-16 with tabs, as a spreadsheet saves it', Buffer.from(`\ufeff${file(open('ENC-TAB')).replaceAll(',', '\t')}`, 'utf16le'), 'utf-16le'],
  ['Windows-1258', iconv.encode(file(open('ENC-1258').normalize('NFD').replace(/([aeo])\u0302/g, (_, a: string) => `${a}\u0302`.normalize('NFC')).replace(/([ou])\u031b/g, (_, a: string) => `${a}\u031b`.normalize('NFC')).replace(/a\u0306/g, 'ă')), 'windows-1258'), 'windows-1258'],
  ['semicolons', Buffer.from(file(open('ENC-SC')).replaceAll(',', ';')), 'utf-8'],
])('a file in %s is understood', async (_, bytes, encoding) => {
  expect(await check(bytes)).toMatchObject({ encoding, lines: 1, good: 1, problems: [] });
});

test('what is cut off, no CSV, too large or not allowed is refused and leaves nothing behind', async () => {
  const rows = () => hue.database(async ({ pool }) => (await pool.query<{ n: number }>('select (select count(*) from field_reports.imports)::int + (select count(*) from field_reports.import_lines)::int as n')).rows[0]!.n);
  const before = await rows();
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
  for (const [what, body, status, as] of [
    ['cut within a quote', file(closed('X-1')).slice(0, 330), 422, dispatcher],
    ['cut within a character', Buffer.from(`${header}\r\nX-1,Ổ`).subarray(0, -1), 422, dispatcher],
    ['a workbook', Buffer.from('PK\u0003\u0004\0\0', 'latin1'), 422, dispatcher],
    ['a letter', 'Kính gửi trung tâm,\r\ntôi xin phản ánh.', 422, dispatcher],
    ['nothing', '', 422, dispatcher],
    ['a header alone', `${header}\r\n`, 422, dispatcher],
    ['13 MB', Buffer.alloc(13 * 1024 * 1024, 'a'), 413, dispatcher],
    ['somebody without the permission', file(open('X-2')), 403, officer],
  ] as const) {
    const answer = await send(body, as);
    expect([what, answer.status]).toEqual([what, status]);
  }
  expect(await rows()).toBe(before);
});

test('formulas go out as text and come in as they were', async () => {
  const checked = await check(file(`CT-1,2026-01-05T08:00:00+07:00,,,open,,web,Đường sá hư hỏng,,"=HYPERLINK(""http://ke-xau.example"")",,@Lê Lợi,16.4637,107.5909`));
  await run(checked);
  const exported = await (await hue.request(`${api}/reports.csv?category=road-damage`)).text();
  expect(exported).toContain(`"'=HYPERLINK(""http://ke-xau.example"")"`);
  expect(/(^|,|\r\n)"?[=+@]/.test(exported.slice(1))).toBe(false);
  const [line] = (await readCsv(exported)).filter(({ cells }) => cells.description.startsWith('=HYPERLINK'));
  expect(line!.cells.address).toContain('@Lê Lợi');
});

test('what is exported are public reports alone, newest first, narrowed by days and status', async () => {
  const hidden = await hue.request(`${api}/reports`, { json: { category: 'security', description: 'Có người lạ rình rập quanh trường.', lat: 16.4637, lon: 107.5909, contact: { name: 'Trần Thị Bưởi', phone: '0900000123', consent: '2026-11' } } });
  const { code } = (await hidden.json()) as { code: string };
  const text = await (await hue.request(`${api}/reports.csv`)).text();
  expect([text.includes(code), text.includes('Bưởi'), text.includes('0900000123')]).toEqual([false, false, false]);
  const lines = async (query: string) => readCsv(await (await hue.request(`${api}/reports.csv?${query}`)).text());
  expect((await lines('status=closed')).map(({ cells }) => [cells.service_request_id, cells.closed_date, cells.status_notes])).toEqual([[await codeOf('CU-2'), '2026-01-07T09:00:00+07:00', 'Đã vá xong.']]);
  expect((await lines('from=2026-01-05&to=2026-01-06')).length).toBeGreaterThan(600);
  expect((await hue.request(`${api}/reports.csv?from=2030-01-01`)).status).toBe(200);
  expect((await hue.request(`${api}/reports.csv?from=hom-qua`)).status).toBe(422);
});

test('addresses and answers of history are masked as anybody else’s are, plates where the category says so', async () => {
  const line = 'CU-CHE,2026-01-05T08:00:00+07:00,,2026-01-07T09:00:00+07:00,closed,"Đã nhắc chủ xe 75A-123.45, số 0900000123.",hotline,Trật tự an toàn giao thông,,Xe 75A-123.45 đậu chắn lối.,,"12 Lê Lợi, gọi 0900 000 123, xe 75A-123.45",16.4637,107.5909';
  expect(await run(await check(file(line)))).toMatchObject({ imported: 1 });
  const shown = await (await hue.request(`${api}/reports/${await codeOf('CU-CHE')}`)).text();
  expect(JSON.parse(shown)).toMatchObject({ text: 'Xe [biển số] đậu chắn lối.', address: expect.stringContaining('12 Lê Lợi, gọi [số điện thoại], xe [biển số]') as string, answer: 'Đã nhắc chủ xe [biển số], số [số điện thoại].' });
  expect(shown).not.toMatch(/0900|123\.45/);
});
