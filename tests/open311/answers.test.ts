import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { decodeXml, type Decoded } from './lone-child-decoder.ts';
import { address, open311Province, type Open311Province, posted, road } from './open311-province.ts';
import { type Answer, jsonFaults, xmlFaults } from './shapes/validate.ts';

let province: Open311Province;
let code: string;
let token: string;

beforeAll(async () => {
  province = await open311Province();
  const { key, post, move, seen } = province;
  code = (await posted(await post('/requests.json', { ...road, api_key: key, address_string: '12/3 Lê Lợi <&> "Huế"' }))).service_request_id!;
  token = (await posted(await post('/requests.json', { ...road, service_code: 'security', api_key: key, description: 'Có người lạ rình rập.' }))).token!;
  await post('/requests.json', { ...road, service_code: 'flooding', api_key: key, description: 'Ngập sâu quá đầu gối.', 'attribute[depth]': 'knee', 'attribute[danger][]': ['current', 'power'], 'attribute[how-to-reach]': 'Đi cửa sau' });
  for (const [name, json] of [['accept'], ['assign', { agency: 'so-xay-dung' }], ['start'], ['answer', { answer: 'Đã vá xong mặt đường sáng nay.' }]] as const) await move(code, name, json);
  await seen();
});
afterAll(() => province.world[Symbol.asyncDispose]());

const reads = (): [path: string, answer: Answer][] => [
  ['/discovery', 'discovery'],
  ['/services', 'services'],
  ['/services/flooding', 'service_definition'],
  ['/services/street-light', 'service_definition'],
  ['/requests', 'requests'],
  [`/requests/${code}`, 'request'],
  [`/tokens/${token}`, 'tokens'],
  ['/servicerequestupdates', 'updates'],
  ['/services/khong-co', 'errors'],
];

test('every answer is what its JSON Schema says, and sent as JSON in UTF-8', async () => {
  for (const [path, answer] of reads()) {
    const response = await province.get(path.includes('?') ? path : `${path}.json`);
    expect([path, response.headers.get('content-type')]).toEqual([path, 'application/json; charset=utf-8']);
    expect([path, jsonFaults(answer, await response.json())]).toEqual([path, []]);
  }
});

test('every answer is what the XSD says, begins with its declaration and is sent as XML in UTF-8', async () => {
  for (const [path] of reads()) {
    const response = await province.get(`${path}.xml`);
    const text = await response.text();
    expect([path, response.headers.get('content-type'), text.split('\n')[0]]).toEqual([path, 'text/xml; charset=utf-8', '<?xml version="1.0" encoding="utf-8"?>']);
    expect([path, text.includes('xmlns')]).toEqual([path, false]);
    expect([path, await xmlFaults(text)]).toEqual([path, []]);
  }
});

test('a POST is answered in both formats as well: an id or a token, never both, and never a lone child', async () => {
  const { key, post } = province;
  for (const service of ['road-damage', 'security']) {
    for (const format of ['json', 'xml']) {
      const response = await post(`/requests.${format}`, { ...road, service_code: service, api_key: key, description: `Trước cổng trường, ${service} ${format}.` });
      const text = await response.text();
      const faults = format === 'json' ? jsonFaults('posted', JSON.parse(text)) : await xmlFaults(text);
      expect([service, format, response.status, faults]).toEqual([service, format, 200, []]);
      expect([...text.matchAll(/service_request_id|\btoken\b/g)].length > 0).toBe(true);
      expect(text.includes('service_request_id') !== /\btoken\b/.test(text)).toBe(true);
    }
  }
});

test('an update is answered in both formats', async () => {
  const { key, post } = province;
  for (const format of ['json', 'xml']) {
    const response = await post(`/servicerequestupdates.${format}`, { api_key: key, service_request_id: code, update_id: `fms-${format}`, status: 'open', updated_datetime: new Date().toISOString(), description: 'Vẫn còn một ổ gà nữa.' });
    const text = await response.text();
    expect([format, response.status, format === 'json' ? jsonFaults('updates', JSON.parse(text)) : await xmlFaults(text)]).toEqual([format, 200, []]);
  }
});

test('the schemas refuse what the page forbids', async () => {
  const [request] = (await (await province.get(`/requests/${code}.json`)).json()) as Record<string, unknown>[];
  for (const change of [{ lat: '16.4637' }, { service_request_id: '0000123' }, { status: 'answered' }, { updated_datetime: '2026-11-22T19:05:00' }, { requested_datetime: '2026-11-22T12:05+07:00' }, { reporter: 'x' }]) {
    expect([change, jsonFaults('request', [{ ...request, ...change }]).length > 0]).toEqual([change, true]);
  }
  const both = { service_request_id: code, token, service_notice: null, account_id: null };
  expect(jsonFaults('posted', [both])).not.toEqual([]);
  expect(jsonFaults('posted', [{ service_request_id: code }])).not.toEqual([]);
  expect(await xmlFaults(`<service_requests><request><service_request_id>${code}</service_request_id></request></service_requests>`)).not.toEqual([]);
  expect(await xmlFaults('<errors/>')).not.toEqual([]);
});

test('discovery leads to where the other resources are, with two endpoints and two formats', async () => {
  const found = (await (await province.get('/discovery.json')).json()) as { endpoints: { url: string; type: string }[] };
  expect(found.endpoints.map(({ url, type }) => [url, type])).toEqual([[`http://hue.localhost${address}`, 'production'], [`http://hue.localhost${address}`, 'test']]);
});

test('a service says whether it asks something; its definition asks it in order, with booleans as each format has them', async () => {
  const services = (await (await province.get('/services.json')).json()) as { service_code: string; metadata: boolean; type: string; keywords: string }[];
  const flooding = services.find(({ service_code }) => service_code === 'flooding')!;
  expect([flooding.metadata, flooding.type, flooding.keywords]).toEqual([true, 'realtime', 'ngập lụt,thoát nước,flooding and drainage']);
  expect(services.find(({ service_code }) => service_code === 'security')!.type).toBe('batch');
  const definition = (await (await province.get('/services/flooding.json')).json()) as { attributes: { code: string; order: number; required: boolean; variable: boolean; values: object[] }[] };
  expect(definition.attributes.map(({ code, order, required, variable, values }) => [code, order, required, variable, values.length])).toEqual([
    ['depth', 1, true, true, 3],
    ['danger', 2, false, true, 3],
    ['how-to-reach', 3, false, true, 0],
  ]);
  expect(await (await province.get('/services/flooding.xml')).text()).toContain('<variable>true</variable><code>depth</code><datatype>singlevaluelist</datatype><required>true</required>');
  expect(await (await province.get('/services.xml')).text()).toContain('<metadata>false</metadata>');
});

test('a definition with one question has a second attribute that is only to be read', async () => {
  const { attributes } = (await (await province.get('/services/street-light.json')).json()) as { attributes: { variable: boolean }[] };
  expect(attributes.map(({ variable }) => variable)).toEqual([true, false]);
});

test('a request has the fields of the page in their order, with the answer as its notes and no door in its address', async () => {
  const [request] = (await (await province.get(`/requests/${code}.json`)).json()) as Record<string, unknown>[];
  expect(Object.keys(request!)).toEqual([
    'service_request_id', 'status', 'status_notes', 'service_name', 'service_code', 'description', 'agency_responsible', 'service_notice', 'requested_datetime',
    'updated_datetime', 'expected_datetime', 'address', 'address_id', 'zipcode', 'lat', 'long', 'media_url',
  ]);
  expect(request).toMatchObject({
    service_request_id: code, status: 'closed', status_notes: 'Đã vá xong mặt đường sáng nay.', service_code: 'road-damage', service_name: 'Đường sá hư hỏng', agency_responsible: 'Sở Xây dựng thành phố Huế', lat: 16.4637, long: 107.5909, media_url: null,
  });
  expect(request!['address']).toMatch(/^Lê Lợi <&> "Huế", /);
  expect(await (await province.get(`/requests/${code}.xml`)).text()).toContain('Lê Lợi &lt;&amp;&gt; &quot;Huế&quot;');
});

test('the timeline of a request, newest first: each move with its status; an answer closes, an update of another system joins', async () => {
  await province.seen();
  const updates = ((await (await province.get('/servicerequestupdates.json')).json()) as { update_id: string; service_request_id: string; status: string; description: string }[]).filter((one) => one.service_request_id === code);
  expect(updates.map(({ status }) => status)).toEqual(['open', 'open', 'closed', 'open', 'open', 'open', 'open']);
  expect(updates[0]).toMatchObject({ update_id: 'fms-xml', description: 'Vẫn còn một ổ gà nữa.' });
  expect(updates[2]!.description).toBe('Đã trả lời: Đã vá xong mặt đường sáng nay.');
});

test('extensions=true adds what the standard has no field for, of the answers only the public ones', async () => {
  const flooding = ((await (await province.get('/requests.json?service_code=flooding&extensions=true')).json()) as { extended_attributes: object }[])[0]!;
  expect(flooding.extended_attributes).toMatchObject({
    state: 'submitted', photos: 0, answers: [{ code: 'depth', answer: 'Đến đầu gối' }, { code: 'danger', answer: 'Nước chảy xiết, Dây điện' }],
  });
  expect(await xmlFaults(await (await province.get('/requests.xml?extensions=true')).text())).toEqual([]);
});

test('pictures come as parts photo1, photo2, …; their addresses last, and lead to a picture for as long as the report is public', async () => {
  const { hue, key } = province;
  const picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#777' } }).png().toBuffer();
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...road, api_key: key, description: 'Có ảnh kèm theo đây.' })) form.append(name, value);
  for (const name of ['photo1', 'photo2']) form.append(name, new File([new Uint8Array(picture)], `${name}.png`, { type: 'image/png' }));
  const { service_request_id: id } = await posted(await hue.request(`${address}/requests.json`, { method: 'POST', body: form }));
  const [request] = (await (await province.get(`/requests/${id}.json`)).json()) as { media_url: string }[];
  expect(request!.media_url).toBe(`http://hue.localhost${address}/media/${id}-1.webp`);
  for (const [number, status] of [[1, 302], [2, 302], [3, 404]]) {
    const response = await hue.request(`${address}/media/${id}-${number}.webp`);
    expect([number, response.status]).toEqual([number, status]);
    if (status === 302) expect((await hue.request(response.headers.get('location')!)).headers.get('content-type')).toBe('image/webp');
  }
});

test('each answer leads to its own pictures, also when its reporter has added more since', async () => {
  const { hue, move, seen } = province;
  const picture = async (background: string) => {
    const body = await sharp({ create: { width: 40, height: 30, channels: 3, background } }).png().toBuffer();
    return ((await (await hue.request('/api/field-reports/photos', { method: 'POST', body })).json()) as { id: string }).id;
  };
  const sent = await hue.request('/api/field-reports/reports', { json: { category: 'road-damage', description: 'Nắp cống vỡ trước bưu điện.', lat: 16.4637, lon: 107.5909, photos: [await picture('#fff')] } });
  const { code: id, followUp } = (await sent.json()) as { code: string; followUp: string };
  const answer = async (background: string) => move(id, 'answer', { answer: 'Đã thay nắp cống mới.', photos: [await picture(background)] });
  for (const [name, json] of [['accept'], ['assign', { agency: 'so-xay-dung' }], ['start']] as const) await move(id, name, json);
  await answer('#000');
  await move(id, 'reopen', { followUp, reason: 'Nắp mới lại vỡ rồi.', photos: [await picture('#fff')] });
  await move(id, 'start');
  await answer('#777');
  await seen();
  const updates = (await (await province.get('/servicerequestupdates.json')).json()) as { service_request_id: string; media_url: string | null }[];
  const urls = updates.filter((one) => one.service_request_id === id && one.media_url !== null).map((one) => new URL(one.media_url!).pathname);
  const shades: number[] = [];
  for (const url of urls) {
    const bytes = Buffer.from(await (await hue.request((await hue.request(url)).headers.get('location')!)).arrayBuffer());
    shades.push(Math.round((await sharp(bytes).stats()).channels[0]!.mean / 10) * 10);
  }
  // Newest first.
  expect(shades).toEqual([120, 0]);
});

test('one location is enough: a point, words that name a commune, or the id of one as the list gives it', async () => {
  const { key, post, get } = province;
  const { lat, long } = road;
  const locations: [what: string, location: Record<string, string>, commune: string][] = [
    ['a point', { lat, long }, 'commune-19789'],
    ['words', { address_string: '12/3 Lý Thường Kiệt, phường Thuận Hóa' }, 'commune-19789'],
    ['words without accents, beside empty degrees', { lat: '', long: '', address_string: 'cho An Cuu, phuong An Cuu' }, 'commune-19815'],
    ['an id', { address_id: 'commune-19996' }, 'commune-19996'],
  ];
  const names: string[] = [];
  for (const [what, location, commune] of locations) {
    const { lat: _, long: __, ...elsewhere } = road;
    const { service_request_id: id } = await posted(await post('/requests.json', { ...elsewhere, ...location, api_key: key, description: `Rác ùn ứ, ${what}.` }));
    const [request] = (await (await get(`/requests/${id}.json`)).json()) as { address_id: string; address: string; lat: number; long: number }[];
    expect([what, request!.address_id === commune, Number.isFinite(request!.lat + request!.long)]).toEqual([what, true, true]);
    names.push(request!.address);
  }
  expect(names[1]).toBe('Lý Thường Kiệt, phường Thuận Hóa');
  expect((await post('/requests.json', { ...road, api_key: key, description: 'x'.repeat(4_000) })).status).toBe(200);
});

test('what staff see: answers to the questions and addresses of pictures elsewhere, which nobody fetches', async () => {
  const { hue, key, post, staff } = province;
  const id = (await posted(await post('/requests.json', { ...road, service_code: 'street-light', api_key: key, description: 'Đèn tắt ba đêm nay.', 'attribute[lamp-post]': 'TH-204', media_url: 'https://anh.example/1.jpg' }))).service_request_id!;
  const shown = (await (await hue.request(`/api/field-reports/inbox/${id}`, { as: staff })).json()) as object;
  expect(shown).toMatchObject({ answers: [{ code: 'lamp-post', answer: 'TH-204' }], mediaUrls: ['https://anh.example/1.jpg'] });
  const [request] = (await (await province.get(`/requests/${id}.json`)).json()) as { media_url: null }[];
  expect(request!.media_url).toBe(null);
});

test('decoders that make numbers of digits and lose lists of one find every id and code as it is', async () => {
  const shapes = (value: Decoded, name = ''): string[] => {
    if (Array.isArray(value)) return value.flatMap((one) => shapes(one as Decoded, name));
    if (value === null || typeof value !== 'object') return typeof value === 'number' && /(_id|_code|^code|token|key)$/.test(name) ? [`${name} became the number ${value}`] : [];
    const names = Object.keys(value);
    return [...(names.length === 1 && Array.isArray(Object.values(value)[0]) === false && !listNames.has(name) ? [`${name} has the lone child ${names[0]}`] : []), ...names.flatMap((inner) => shapes((value as Record<string, Decoded>)[inner]!, inner))];
  };
  const listNames = new Set(['', 'answers']);
  // The code of an error is its status.
  for (const [path] of reads().filter(([, answer]) => answer !== 'errors')) expect([path, shapes(decodeXml(await (await province.get(`${path}.xml`)).text()))]).toEqual([path, []]);
});
