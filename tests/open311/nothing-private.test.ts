import { afterAll, beforeAll, expect, test } from 'vitest';
import { address, open311Province, type Open311Province, posted, road } from './open311-province.ts';

/** What stands nowhere but with whoever may see it: planted wherever a report has room for it. */
const marks = {
  name: 'Trần Thị Bưởi', phone: '0900000123', international: '84900000123', email: 'buoi@vidu.vn', device: 'thiet-bi-7781', account: 'tai-khoan-7781', door: '17/9B', staffAnswer: 'loi-vao-rieng-7781',
  elsewhere: 'anh-rieng-7781', hidden: 'khong-cong-khai-7781', withdrawn: 'da-rut-7781', key: '', purpose: 'muc-dich-7781', updatePhone: '0900000777',
};
let province: Open311Province;
const codes: Record<string, string> = {};
let token: string;
let secret: string;

beforeAll(async () => {
  province = await open311Province();
  const { hue, key, post, staff, move, seen } = province;
  marks.key = key;
  const person = { first_name: 'Thị Bưởi', last_name: 'Trần', phone: marks.phone, email: marks.email, device_id: marks.device, account_id: marks.account };
  const write = async (more: Record<string, string>) => posted(await post('/requests.json', { ...road, api_key: key, ...person, address_string: `${marks.door} Lê Lợi`, media_url: `https://anh.example/${marks.elsewhere}.jpg`, ...more }));
  const open = await write({ description: `Ngập, gọi ${marks.phone} hoặc ${marks.email}.`, service_code: 'flooding', 'attribute[depth]': 'knee', 'attribute[how-to-reach]': marks.staffAnswer });
  codes['open'] = open.service_request_id!;
  secret = /: (\S+)$/.exec(open.service_notice)![1]!;
  token = (await write({ service_code: 'security', description: marks.hidden })).token!;
  const withdrawn = await write({ description: marks.withdrawn });
  codes['withdrawn'] = withdrawn.service_request_id!;
  await hue.request(`/api/field-reports/reports/${codes['withdrawn']}/withdraw`, { json: { followUp: /: (\S+)$/.exec(withdrawn.service_notice)![1]! } });
  codes['rejected'] = (await write({ description: `${marks.hidden} từ chối` })).service_request_id!;
  await move(codes['rejected'], 'reject', { reason: `Không thuộc thẩm quyền, ${marks.hidden}.` });
  await move(codes['open'], 'accept');
  await hue.request(`/api/field-reports/reports/${codes['open']}/reporter`, { as: staff, json: { purpose: `Gọi lại để hỏi, ${marks.purpose}.` } });
  await post('/servicerequestupdates.json', { api_key: key, service_request_id: codes['open'], update_id: 'fms-1', status: 'open', updated_datetime: new Date().toISOString(), description: `Gọi ${marks.updatePhone} để biết thêm.`, media_url: `https://anh.example/${marks.elsewhere}.jpg` });
  await seen();
});
afterAll(() => province.world[Symbol.asyncDispose]());

async function shows(path: string, init: RequestInit & { as?: string } = {}): Promise<string[]> {
  const response = await province.hue.request(`${address}${path}`, init);
  const text = `${[...response.headers].join('\n')}\n${await response.text()}`;
  return Object.entries({ ...marks, secret }).flatMap(([what, mark]) => (text.includes(mark) && !path.includes(mark) ? [`${path} shows ${what}`] : []));
}

test('no call, filter or extension shows who reported, what they wrote before it was masked, or a report that is not public', async () => {
  const now = new Date().toISOString();
  const filters = [
    '', '?extensions=true', '?status=open', '?status=closed', '?service_code=security,flooding,road-damage', '?bbox=100,5,120,25&extensions=true', '?updated_after=2020-01-01T00:00:00Z&extensions=true', `?updated_before=${now}`,
    '?start_date=2026-11-01', `?service_request_id=${Object.values(codes).join(',')}&extensions=true`, '?page=1&page_size=1', `?service_request_id=${token}`, `?description=${marks.phone.slice(1)}`, '?phone=1', '?email=1',
  ];
  const ids = Object.values(codes).map((code) => `/requests/${code}`);
  const found: string[] = [];
  for (const format of ['json', 'xml']) {
    for (const filter of filters) {
      expect([filter, (await province.get(`/requests.${format}${filter}`)).status]).toEqual([filter, 200]);
      found.push(...(await shows(`/requests.${format}${filter}`)));
    }
    for (const path of [...ids, '/discovery', '/services', '/services/security', '/services/flooding', '/servicerequestupdates', `/tokens/${token}`, '/tokens/x', `/requests/${token}`]) {
      found.push(...(await shows(`${path}.${format}`)), ...(await shows(`${path}.${format}?extensions=true`)));
    }
    found.push(...(await shows(`/servicerequestupdates.${format}?start_date=2020-01-01T00:00:00Z&end_date=2099-01-01T00:00:00Z`)));
  }
  for (const code of Object.values(codes)) found.push(...(await shows(`/media/${code}-1.webp`)));
  expect(found).toEqual([]);
});

test('a key, a session and a foreign language open nothing more for reading', async () => {
  const found: string[] = [];
  for (const as of [province.key, province.staff]) {
    for (const path of ['/requests.json?extensions=true', `/requests/${codes['withdrawn']}.json`, `/requests/${codes['rejected']}.xml`, '/servicerequestupdates.xml']) found.push(...(await shows(path, { as })));
  }
  expect(found).toEqual([]);
});

test('errors of a refused report repeat nothing of its reporter', async () => {
  const body = () => new URLSearchParams({ ...road, api_key: province.key, service_code: 'flooding', last_name: marks.name, phone: '12', email: marks.email, device_id: marks.device, description: `Gọi ${marks.phone}.` });
  for (const path of ['/requests.json', '/requests.xml']) expect(await shows(path, { method: 'POST', body: body() })).toEqual([]);
});

test('a report that is not public is not there: by id, in lists, as target of an update; its reporter finds its id by the token alone', async () => {
  const { get, post, key } = province;
  const [{ service_request_id: hidden }] = (await (await get(`/tokens/${token}.json`)).json()) as [{ service_request_id: string }];
  for (const code of [hidden, codes['withdrawn']!, codes['rejected']!]) {
    expect([code, (await get(`/requests/${code}.json`)).status]).toEqual([code, 404]);
    expect(await (await get(`/requests.json?service_request_id=${code}`)).json()).toEqual([]);
    const update = { api_key: key, service_request_id: code, update_id: `x-${code}`, status: 'open', updated_datetime: '2026-01-01T00:00:00Z', description: 'Có gì mới?' };
    expect((await post('/servicerequestupdates.json', update)).status).toBe(404);
  }
});

test('what was planted is there for whoever may see it, so that the tests above could have found it', async () => {
  const { hue, staff } = province;
  const contact = await (await hue.request(`/api/field-reports/reports/${codes['open']}/reporter`, { as: staff, json: { purpose: 'Kiểm tra lại thông tin.' } })).json();
  expect(contact).toEqual({ name: marks.name, phone: `+${marks.international}`, email: marks.email });
  const shown = await (await hue.request(`/api/field-reports/inbox/${codes['open']}`, { as: staff })).text();
  expect([shown.includes(marks.staffAnswer), shown.includes(marks.elsewhere), shown.includes(marks.door)]).toEqual([true, true, true]);
  // Ids of devices and accounts are not kept at all.
  const { rows } = await hue.database(({ pool }) => pool.query<{ found: number }>(`select count(*)::int as found from field_reports.reports, field_reports.contacts where reports::text || contacts::text like '%7781' || '%' and (reports::text || contacts::text) ~ 'thiet-bi|tai-khoan'`));
  expect(rows[0]!.found).toBe(0);
});

test('the log names ids, never people, keys or what they wrote', () => {
  const log = JSON.stringify(province.world.logged);
  expect(Object.entries(marks).filter(([, mark]) => log.includes(mark))).toEqual([]);
});
