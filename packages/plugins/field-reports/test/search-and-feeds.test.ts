import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { fieldReports } from '../src/plugin.ts';
import { plainWordsOf } from '../src/reading/search-words.ts';

vi.setConfig({ testTimeout: 60_000 });

const api = '/api/field-reports';
const texts = {
  accents: 'Nhiều ổ gà trước cổng trường, xe đi rất nguy hiểm.',
  plain: 'nhieu o ga truoc cho, xe di rat nguy hiem, xin sua.',
  capitals: 'Ổ GÀ GIỮA ĐƯỜNG, XIN SỬA GẤP TRƯỚC KHI CÓ TAI NẠN.',
  other: 'Ở nhà ga có nhiều rác, chưa thấy ai thu gom cả tuần.',
  lamp: 'Đèn ở đầu đường Lê Lợi không sáng từ hôm qua.',
  tone: 'Hoá chất đổ ra mương, mùi rất khó chịu về đêm.',
  toneNew: 'Hóa chất chảy ra ruộng, cá chết nhiều từ sáng nay.',
} as const;
type Name = keyof typeof texts;

let world: TestWorld;
let hue: TestProvince;
const codes = {} as Record<Name, string>;

beforeAll(async () => {
  const folder = (name: string) => fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder('hue')), await loadTemplate(folder('dak-lak'))] });
  hue = world.province('hue');
  let i = 0;
  for (const [name, description] of Object.entries(texts) as [Name, string][]) codes[name] = await submit({ description, lat: 16.45 + (i += 1) * 0.004 });
  await submit({ category: 'security', description: 'Ổ gà chọi trái phép, nghi có đánh bạc ở đây.' });
  await world.settled();
});
afterAll(() => world[Symbol.asyncDispose]());

async function submit(more: object): Promise<string> {
  const answer = await hue.request(`${api}/reports`, { json: { category: 'road-damage', address: '12 Nguyễn Huệ', lat: 16.4637, lon: 107.5909, ...more } });
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { code: string }).code;
}

async function search(q: string, more = ''): Promise<{ names: (Name | undefined)[]; next: string | null }> {
  const response = await hue.request(`${api}/reports?q=${encodeURIComponent(q)}${more}`);
  expect([q, response.status]).toEqual([q, 200]);
  const { items, next } = (await response.json()) as { items: { code: string }[]; next: string | null };
  return { names: items.map(({ code }) => (Object.keys(codes) as Name[]).find((name) => codes[name] === code)), next };
}

test('"o ga", "ổ gà" and "Ổ GÀ" find all pot-holes; with accents those written so come first; "ở nhà ga" is none', async () => {
  expect((await search('o ga')).names).toEqual(['capitals', 'plain', 'accents']);
  for (const q of ['ổ gà', 'Ổ GÀ', 'ổ gà'.normalize('NFD')]) expect([q, (await search(q)).names]).toEqual([q, ['capitals', 'accents', 'plain']]);
});

test('"Hoá" and "Hóa" are the same word, and đ is a letter of its own', async () => {
  for (const q of ['Hoá chất', 'hóa chất']) expect((await search(q)).names).toEqual(['toneNew', 'tone']);
  expect((await search('đen')).names).toEqual(['lamp']);
  expect((await search('den')).names).toEqual(['lamp']);
});

test('of three words and more those that hold all of them apart come after those that hold them together', async () => {
  expect((await search('đèn đường Lê Lợi')).names).toEqual(['lamp']);
  expect((await search('đường Lê Lợi')).names).toEqual(['lamp']);
});

test('the address is searched, a code finds its report, and what is not public is never found', async () => {
  expect((await search('nguyen hue')).names).toHaveLength(7);
  expect((await search(codes.lamp.toLowerCase().replaceAll('-', ' '))).names).toEqual(['lamp']);
  expect((await search('gà chọi')).names).toEqual([]);
  expect((await search('!?')).names).toEqual([]);
  expect((await hue.request(`${api}/reports?q=${'x'.repeat(101)}`)).status).toBe(422);
});

test('paging goes through all findings once, over the border between exact and plain; filters narrow them', async () => {
  const found: (Name | undefined)[] = [];
  let next: string | null = '';
  while (next !== null) {
    const page: Awaited<ReturnType<typeof search>> = await search('ổ gà', `&limit=1${next === '' ? '' : `&cursor=${encodeURIComponent(next)}`}`);
    found.push(...page.names);
    next = page.next;
  }
  expect(found).toEqual(['capitals', 'accents', 'plain']);
  expect((await search('ổ gà', '&category=waste')).names).toEqual([]);
  const { next: cursor } = await search('o ga', '&limit=1');
  expect((await hue.request(`${api}/reports?q=${encodeURIComponent('ổ gà')}&limit=1&cursor=${encodeURIComponent(cursor!)}`)).status).toBe(422);
});

test('a report that is reworded is found by its new words', async () => {
  await hue.database(({ pool }) => pool.query(`update field_reports.reports set public_text = 'Cột điện nghiêng sắp đổ.' where code = $1`, [codes.tone]));
  await submit({ description: 'Thêm một phản ánh để nhật ký đi tiếp.', lat: 16.6 });
  await world.settled();
  expect((await search('cot dien')).names).toEqual(['tone']);
});

test('the list page searches, and leads to its feeds', async () => {
  const page = await (await hue.request(`/phan-anh?q=${encodeURIComponent('ổ gà')}&category=road-damage`, { headers: { accept: 'text/html' } })).text();
  expect([...page.matchAll(/<h3>.*?href="\/phan-anh\/([A-Z0-9-]+)"/g)].map(([, code]) => code)).toEqual([codes.capitals, codes.accents, codes.plain]);
  expect(page).toContain('<link rel="alternate" type="application/rss+xml" title="Phản ánh mới" href="/phan-anh/rss.xml?category=road-damage">');
  expect(page).toContain('type="application/geo+json"');
});

test('RSS is well-formed, whatever was written, under the filter of the list, with an ETag', async () => {
  const code = await submit({ category: 'noise', description: 'Loa kẹo kéo ]]> <script>alert(1)</script> & \u0007 suốt đêm, gọi 0900 000 123.', lat: 16.61 });
  await world.settled();
  const response = await hue.request('/phan-anh/rss.xml?category=noise');
  const xml = await response.text();
  expect([response.status, response.headers.get('content-type'), XMLValidator.validate(xml)]).toEqual([200, 'application/rss+xml; charset=utf-8', true]);
  const { rss } = new XMLParser({ ignoreAttributes: false, cdataPropName: false }).parse(xml) as { rss: { channel: { title: string; item: { link: string; description: string } } } };
  expect(rss.channel.title).toBe('Phản ánh hiện trường: Tiếng ồn – Thành phố Huế');
  expect(rss.channel.item.link).toBe(`http://hue.localhost/phan-anh/${code}`);
  expect(rss.channel.item.description).toContain('Loa kẹo kéo');
  for (const gone of ['0900', '\u0007']) expect(xml).not.toContain(gone);
  const again = await hue.request('/phan-anh/rss.xml?category=noise', { headers: { 'if-none-match': response.headers.get('etag')! } });
  expect(again.status).toBe(304);
  expect((await hue.request('/phan-anh/rss.xml?bbox=1,2')).status).toBe(422);
  expect((await hue.request('/phan-anh/rss.xml?nguoi=an')).status).toBe(422);
  expect(await (await world.province('dak-lak').request('/phan-anh/rss.xml')).text()).not.toContain('HUE-');
});

test('GeoJSON holds the places of public reports under the filter, and the map has them as a layer', async () => {
  const response = await hue.request('/phan-anh/diem.geojson?bbox=107.5,16.449,107.6,16.459');
  const { type, features } = (await response.json()) as { type: string; features: { id: string; geometry: object; properties: object }[] };
  expect([response.headers.get('content-type'), type, features.map(({ id }) => id)]).toEqual(['application/geo+json', 'FeatureCollection', [codes.plain, codes.accents]]);
  expect(features[1]).toMatchObject({ geometry: { type: 'Point', coordinates: [107.5909, 16.454] }, properties: { category: 'road-damage', status: 'submitted', href: `/phan-anh/${codes.accents}` } });
  const layer = (await (await hue.request(`${api}/layers/reports?bbox=107.5,16.449,107.6,16.459`)).json()) as { features: unknown[] };
  expect(layer.features).toEqual(features);
});

test('words are taken apart by the search as they are by the database', async () => {
  const text = 'Đường Hoà Bình: ổ gà Ở 2 bên, "NƯỚC" ngập 40cm… (gần Mỹ-Thượng)';
  const { rows } = await hue.database(({ pool }) => pool.query(`select btrim(field_reports.plain_words($1)) as plain`, [text]));
  expect(plainWordsOf(text).join(' ')).toBe(rows[0].plain);
});

test('what lies below two thousand newer reports is found as well, in the same order', async () => {
  // 1. newer ones than any of ours, about something else, with the same frequent words: these are found by the index alone
  await hue.database(({ pool }) => pool.query(`
    insert into field_reports.reports (id, code, category, commune, lat, lon, place_exact, description, public_text, public, channel, agency, submitted_at, due_at)
    select gen_random_uuid(), 'HUE-25-' || n, category, commune, lat, lon, true, text, text, true, channel, agency, now() + n * interval '1 second', due_at
    from field_reports.reports, generate_series(1, 2100) as n, (values ('ga trước nhà có đường ổ, lợi nước, lê')) as given (text) where code = $1`, [codes.lamp]));
  const deep = async (q: string) => (await search(q, '&limit=37')).names;
  // 2. the same findings as before
  expect(await deep('o ga')).toEqual(['capitals', 'plain', 'accents']);
  expect(await deep('ổ gà')).toEqual(['capitals', 'accents', 'plain']);
  expect(await deep('hoá chất')).toEqual(['toneNew']);
  expect(await deep('đường Lê Lợi')).toEqual(['lamp', ...Array.from({ length: 36 }, () => undefined)]);
  expect(await deep('gà chọi')).toEqual([]);
});
