import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, open311Province, type Open311Province, posted, road } from './open311-province.ts';
import { jsonFaults, xmlFaults } from './shapes/validate.ts';

let province: Open311Province;
let code: string;
const fields = (more: Record<string, string | readonly string[]> = {}) => ({ ...road, api_key: province.key, description: `Ổ gà số ${Math.random()}.`, ...more });
const update = (more: Record<string, string> = {}) => ({ api_key: province.key, service_request_id: code, update_id: `a-${Math.random()}`, status: 'open', updated_datetime: '2026-01-01T00:00:00+07:00', description: 'Đã có người đến xem.', ...more });

beforeAll(async () => {
  province = await open311Province();
  code = (await posted(await province.post('/requests.json', fields()))).service_request_id!;
  await province.seen();
});
afterAll(() => province.world[Symbol.asyncDispose]());

/** The status, and that the body is a list of errors in the format that was asked for. */
async function refusal(response: Response): Promise<{ status: number; codes: string[]; text: string }> {
  const text = await response.text();
  const json = response.headers.get('content-type')!.startsWith('application/json');
  expect([text.slice(0, 300), json ? jsonFaults('errors', JSON.parse(text)) : await xmlFaults(text)]).toEqual([text.slice(0, 300), []]);
  const codes = json ? (JSON.parse(text) as { code: string }[]).map((error) => error.code) : [...text.matchAll(/<code>(.*?)<\/code>/g)].map((found) => found[1]!);
  return { status: response.status, codes, text };
}

const missing: [string, string][] = [
  ['a service that is none', '/services/khong-co'],
  ['a service without attributes', '/services/road-damage'],
  ['a request that is none', '/requests/HUE-26-9999999'],
  ['what cannot be a request', '/requests/khong-co'],
  ['a token that is none', '/tokens/khong-co'],
  ['a token of something else', '/tokens/AAAAAAAAAAAAAAAAWyJIVUUtMjYtMDAwMDAwMSJd'],
  ['a resource that is none', '/khong-co'],
];

test.each(missing)('%s is 404, as a list, in both formats', async (_, path) => {
  for (const format of ['xml', 'json']) expect(await refusal(await province.get(`${path}.${format}`))).toMatchObject({ status: 404, codes: ['404'] });
});

test('another jurisdiction is 404 on every resource, in the query and in the body; its own, or an empty one, is not', async () => {
  for (const path of ['/discovery', '/services', '/services/flooding', '/requests', `/requests/${code}`, '/servicerequestupdates']) {
    expect([path, (await refusal(await province.get(`${path}.xml?jurisdiction_id=dak-lak`))).status]).toEqual([path, 404]);
    for (const own of ['hue', 'hue.localhost', '46', '']) expect([path, own, (await province.get(`${path}.xml?jurisdiction_id=${own}`)).status]).toEqual([path, own, 200]);
  }
  expect((await refusal(await province.post('/requests.json?jurisdiction_id=dak-lak', fields()))).status).toBe(404);
  expect((await refusal(await province.post('/requests.json', fields({ jurisdiction_id: 'dak-lak' })))).status).toBe(404);
  expect((await province.post('/requests.json?jurisdiction_id=hue', fields())).status).toBe(200);
  expect((await province.post('/requests.json', fields({ jurisdiction_id: 'hue' }))).status).toBe(200);
});

test('a bad, missing, foreign or too weak api_key is 403, and nothing is stored', async () => {
  const { hue, post, staff } = province;
  const weak = await hue.key(['report:read']);
  const count = async () => ((await (await province.get('/requests.json')).json()) as object[]).length;
  const before = await count();
  for (const path of ['/requests.json', '/requests.xml', '/servicerequestupdates.json', '/servicerequestupdates.xml']) {
    for (const api_key of ['', 'ttk_khong-co-khoa-nay', weak, staff, 'có dấu', 'a\nb-khong-phai-khoa']) {
      expect([path, api_key, await refusal(await post(path, path.startsWith('/requests') ? fields({ api_key }) : update({ api_key })))]).toMatchObject([path, api_key, { status: 403, codes: ['403'] }]);
    }
  }
  // A session is a person at a page, not a client of the standard.
  const body = new URLSearchParams({ ...road, api_key: '' });
  expect((await refusal(await hue.request(`${address}/requests.json`, { method: 'POST', body, as: staff }))).status).toBe(403);
  expect(await count()).toBe(before);
});

test('the key may come in the header instead', async () => {
  const body = new URLSearchParams({ ...road, description: 'Khóa ở phần đầu yêu cầu.' });
  expect((await province.hue.request(`${address}/requests.json`, { method: 'POST', body, as: province.key })).status).toBe(200);
});

test('what cannot be taken is 400 and named; everything about a place outside of the province, too', async () => {
  const cases: [name: string, more: Record<string, string | readonly string[]>][] = [
    ['service_code', { service_code: '' }],
    ['lat', { lat: '', long: '' }],
    ['long', { long: '' }],
    ['lat', { lat: '91' }],
    ['lat', { lat: 'bắc' }],
    ['lat', { lat: '21.03', long: '105.85' }],
    ['address_string', { lat: '', long: '', address_string: '12 Lê Lợi' }],
    ['address_id', { lat: '', long: '', address_id: 'commune-99999' }],
    ['email', { email: 'không phải thư' }],
    ['phone', { phone: '12' }],
    ['media_url', { media_url: 'javascript:alert(1)' }],
    ['media_url', { media_url: Array.from({ length: 6 }, (_, i) => `https://anh.example/${i}.jpg`) }],
    ['description', { description: 'x'.repeat(4_001) }],
    ['description', { description: 'a\0b' }],
    ['attribute[depth]', { service_code: 'flooding' }],
    ['attribute[depth]', { service_code: 'flooding', 'attribute[depth]': 'rất sâu' }],
    ['attribute[danger]', { service_code: 'flooding', 'attribute[depth]': 'knee', 'attribute[danger][]': ['power', 'ma'] }],
    ['attribute[colour]', { 'attribute[colour]': 'đỏ' }],
  ];
  for (const [name, more] of cases) {
    for (const format of ['json', 'xml']) {
      const found = await refusal(await province.post(`/requests.${format}`, fields(more)));
      expect([name, format, found.status, found.codes.every((one) => one === '400'), found.text.includes(name)]).toEqual([name, format, 400, true, true]);
    }
  }
});

test('everything that is wrong with the attributes is one list', async () => {
  const found = await refusal(await province.post('/requests.json', fields({ service_code: 'flooding', 'attribute[danger][]': ['ma'], 'attribute[colour]': 'đỏ' })));
  expect(found.codes).toEqual(['400', '400', '400']);
});

test('an unknown service is 404', async () => {
  expect((await refusal(await province.post('/requests.xml', fields({ service_code: 'ufo' })))).status).toBe(404);
});

test('what is no form, and what is no picture, is 400', async () => {
  const { hue, key } = province;
  expect((await refusal(await hue.request(`${address}/requests.json`, { method: 'POST', as: key, headers: { 'content-type': 'application/json' }, body: '{}' }))).status).toBe(400);
  const form = new FormData();
  for (const [name, value] of Object.entries(fields())) form.append(name, value as string);
  form.append('photo1', new File(['<svg onload=alert(1)>'], 'photo.png', { type: 'image/png' }));
  const found = await refusal(await hue.request(`${address}/requests.json`, { method: 'POST', body: form }));
  expect([found.status, found.text.includes('media')]).toEqual([400, true]);
});

test('filters that cannot be understood are 400 and named, in both formats', async () => {
  for (const query of ['start_date=hôm qua', 'start_date=2026-01-01&end_date=2026-04-02', 'status=lost', 'bbox=1,2,3', 'page=0', 'page_size=1001', 'updated_after=x', 'updated_before=x', 'extensions=maybe', 'service_code=%00']) {
    for (const format of ['xml', 'json']) expect([query, format, (await refusal(await province.get(`/requests.${format}?${query}`))).status]).toEqual([query, format, 400]);
  }
  expect((await refusal(await province.get('/servicerequestupdates.json?start_date=2026-01-01T00:00:00Z'))).text).toContain('end_date');
  expect((await refusal(await province.get('/servicerequestupdates.json?end_date=2026-01-01T00:00:00Z'))).text).toContain('start_date');
});

test('a repeated update_id is 400; so is one without status, zone or text; one for no public request is 404', async () => {
  const { post } = province;
  expect((await post('/servicerequestupdates.json', update({ update_id: 'fms-1' }))).status).toBe(200);
  expect((await refusal(await post('/servicerequestupdates.json', update({ update_id: 'fms-1', description: 'Khác' })))).text).toContain('update_id');
  for (const more of [{ update_id: '' }, { update_id: 'u-12' }, { status: '' }, { status: 'fixed' }, { updated_datetime: '2026-01-01T00:00:00' }, { updated_datetime: '' }, { updated_datetime: '2099-01-01T00:00:00Z' }, { description: '' }, { service_request_id: '' }, { media_url: 'ftp://x' }]) {
    expect([more, (await refusal(await post('/servicerequestupdates.xml', update(more as Record<string, string>)))).status]).toEqual([more, 400]);
  }
  expect((await refusal(await post('/servicerequestupdates.json', update({ service_request_id: 'HUE-26-9999999' })))).status).toBe(404);
});

test('another method is refused with the ones that there are; an address without a format is none', async () => {
  const response = await province.hue.request(`${address}/services.json`, { method: 'DELETE' });
  expect([response.status, response.headers.get('allow'), (await refusal(response)).codes]).toEqual([405, 'GET, HEAD', ['405']]);
  expect((await refusal(await province.get('/services'))).status).toBe(404);
  expect((await refusal(await province.get(''))).status).toBe(404);
});

test('an error speaks the language that the caller asks for', async () => {
  const english = await province.hue.request(`${address}/services/ufo.json`, { headers: { 'accept-language': 'en' } });
  expect(await english.text()).toContain('This service_code not found.');
  expect(await (await province.get('/services/ufo.json')).text()).toContain('Không tìm thấy service_code này.');
});
