import { afterAll, beforeAll, expect, test } from 'vitest';
import sharp from 'sharp';
import { api, here, type HueProvince, hueProvince } from './hue-province.ts';

/** Somebody's name, telephone, letter box and home, in each form in which they could get about. */
const person = { name: 'Tôn Nữ Diệu Huyền', phone: '0900000555', email: 'dieuhuyen@vidu.vn', consent: '2026-11' };
const home = { lat: 16.471234, lon: 107.591234 };
const marks = ['Diệu Huyền', 'dieu huyen', 'dieuhuyen', 'Di\\u1ec7u', 'Di&#', '0900000555', '0900 000 555', '84900000555', '900000555', '16.471234', '107.591234', 'kheu-cua-ho'];

let at: HueProvince;
let code: string;
let key: string;

beforeAll(async () => {
  at = await hueProvince();
  key = await at.hue.key(['open311:write']);
  const minutes = (degrees: number) => `${Math.floor(degrees)}/1 ${Math.floor((degrees % 1) * 60)}/1 ${Math.round((((degrees % 1) * 60) % 1) * 6_000)}/100`;
  const picture = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
    .withExif({ IFD0: { Artist: person.name, Copyright: person.phone }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: minutes(home.lat), GPSLongitudeRef: 'E', GPSLongitude: minutes(home.lon) } })
    .jpeg()
    .toBuffer();
  const { id: photo } = (await (await at.hue.request(`${api}/photos`, { method: 'POST', body: picture as BodyInit })).json()) as { id: string };
  const citizen = await at.hue.signIn({ name: 'dieu-huyen', email: person.email, roles: [] });
  const description = `Cột đèn gãy. Gọi ${person.phone}, thư ${person.email} giúp tôi.`;
  const sent = await at.post('/reports', { category: 'street-light', ...here, address: `Cạnh quán ${person.phone}`, description, photos: [photo], contact: person }, citizen);
  expect(sent.status).toBe(201);
  code = sent.body['code'] as string;
  // Whoever adds a voice is a person, too.
  await at.post(`/reports/${code}/join`, { remark: `Nhà tôi cũng tối, ${person.phone}.`, contact: { phone: person.phone, email: person.email, consent: '2026-11' } });
  for (const [move, json] of [['accept', undefined], ['assign', { agency: 'so-xay-dung' }]] as const) expect((await at.post(`/reports/${code}/${move}`, json, at.staff.dispatcher)).status).toBe(200);
  await at.world.settled();
  at.clock.move({ minutes: 1 });
});
afterAll(() => at[Symbol.asyncDispose]());

const found = (text: string) => marks.filter((mark) => text.normalize('NFC').toLowerCase().includes(mark.toLowerCase()));
const guesses = [person.name, 'Diệu Huyền', person.phone, '+84900000555', person.email];

/** Every format in which anybody reads reports. */
const formats = () => ({
  'the list as JSON': `${api}/reports?limit=100`,
  'a report as JSON': `${api}/reports/${code}`,
  'the list as CSV': `${api}/reports.csv`,
  'the feed as RSS': '/phan-anh/rss.xml',
  'the places as GeoJSON': '/phan-anh/diem.geojson',
  'the page of the report': `/phan-anh/${code}`,
  'Open311 as JSON': '/open311/v2/requests.json?extensions=true',
  'Open311 as XML': '/open311/v2/requests.xml?extensions=true',
  'one request as JSON': `/open311/v2/requests/${code}.json?extensions=true`,
  'one request as XML': `/open311/v2/requests/${code}.xml?extensions=true`,
  'its updates as XML': '/open311/v2/servicerequestupdates.xml',
});

test('no public format shows who reported, in either language; and each of them shows the report, so that it could have', async () => {
  for (const [format, path] of Object.entries(formats())) {
    for (const language of ['vi', 'en']) {
      const answer = await at.hue.request(path, { headers: { 'accept-language': language } });
      const text = await answer.text();
      const headers = [...answer.headers].join('\n');
      expect([format, answer.status, found(text + headers)]).toEqual([format, 200, []]);
      expect([format, text.includes(code)]).toEqual([format, true]);
    }
  }
});

test('no filter answers a guess: what holds the name finds nothing, what is no filter is refused, and neither repeats the name', async () => {
  const filters = ['q', 'category', 'commune', 'status', 'bbox', 'cursor', 'reporter', 'name', 'phone', 'email', 'contact.name', 'sort', 'fields', 'account_id', 'device_id', 'service_request_id', 'updated_after'];
  for (const path of Object.values(formats())) {
    for (const filter of filters) {
      for (const guess of guesses) {
        const address = `${path.split('?')[0]}?${filter}=${encodeURIComponent(guess)}`;
        const answer = await at.hue.request(address, { headers: { accept: '*/*' } });
        const text = await answer.text();
        // A page may show again what was typed into its search field; then as what was looked for, and with no finding.
        const told = found(text).filter((mark) => !guess.toLowerCase().includes(mark.toLowerCase()));
        expect([address, told]).toEqual([address, []]);
        if (filter === 'q' && path.startsWith(`${api}/reports?`)) expect([address, text.includes(code)]).toEqual([address, false]);
      }
    }
  }
});

test('no error repeats what its sender said of themselves, whatever was wrong', async () => {
  const whole = { category: 'street-light', ...here, description: `Đèn hỏng, gọi ${person.phone}.`, contact: person };
  const wrong: readonly object[] = [
    { ...whole, category: 'ufo' }, { ...whole, lat: 21.03, lon: 105.85 }, { ...whole, photos: ['0190a000-0000-7000-8000-000000000000'] }, { ...whole, description: 'x' },
    { ...whole, contact: { ...person, consent: 'khong' } }, { ...whole, contact: { ...person, phone: `${person.name} 12` } }, { ...whole, contact: { ...person, email: `${person.email} ` } }, { ...whole, owner: person.name }, { ...whole, reporter: person },
  ];
  for (const json of wrong) {
    const answer = await at.post('/reports', json);
    expect([json, answer.status >= 400, found(JSON.stringify(answer.body))]).toEqual([json, true, []]);
  }
  for (const format of ['json', 'xml']) {
    for (const more of [{ service_code: 'ufo' }, { service_code: 'street-light', lat: '99' }, { service_code: 'street-light', lat: '16.4561', long: '107.5842', phone: 'x'.repeat(40) + person.phone }]) {
      const body = new URLSearchParams({ api_key: key, description: `Gọi ${person.phone}`, last_name: person.name, email: person.email, ...(more as Record<string, string>) });
      const answer = await at.hue.request(`/open311/v2/requests.${format}`, { method: 'POST', body });
      expect([more, answer.status >= 400, found(await answer.text())]).toEqual([more, true, []]);
    }
  }
});

test('the picture that everybody gets is not the one that was sent: nothing in it says who took it, or where', async () => {
  const { pictures } = await at.get<{ pictures: { url: string; thumbnail: string }[] }>(`/reports/${code}`);
  expect(pictures.length).toBe(1);
  const links = [pictures[0]!.url, pictures[0]!.thumbnail, `/open311/v2/media/${code}-1.webp`];
  for (const link of links) {
    let answer = await at.hue.request(link);
    if (answer.status === 302) answer = await at.hue.request(new URL(answer.headers.get('location')!, 'http://hue.localhost').href.replace('http://hue.localhost', ''));
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([link, answer.status, ['Exif', 'GPS', 'Huy', person.phone].filter((mark) => bytes.includes(mark))]).toEqual([link, 200, []]);
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
  }
});

test('whoever may look, with a purpose that is kept, finds all of it: the marks are the right ones', async () => {
  const { body } = await at.post(`/reports/${code}/reporter`, { purpose: 'Hỏi lại vị trí cột đèn.' }, at.staff.dispatcher);
  expect(body).toMatchObject({ name: person.name, phone: '+84900000555', email: person.email });
  expect(found(JSON.stringify(body)).length).toBeGreaterThan(2);
});
