import { afterAll, beforeAll, expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';
import { api, here, type MediaWorld, mediaWorld, photoTaken } from './media-world.ts';

/** Whoever sent the report, in every form in which a name, a number or an address may get about. */
const name = 'Trần Thị Mẫu Đơn';
const phone = '0900000777';
const email = 'maudon.rieng@vidu.vn';
const marks = ['Mẫu Đơn', 'mau don', 'M\\u1eabu', '0900000777', '0900 000 777', '84900000777', '900000777', 'maudon', 'OTAwMDAwNzc3', '107.600123', '16.480123'];
/** Where the reporter lives: the place in their picture, a kilometre from the problem. */
const home = { lat: 16.480123, lon: 107.600123 };

let at: MediaWorld;
let leader: string;
let code: string;
let followUp: string;

beforeAll(async () => {
  at = await mediaWorld();
  leader = await at.hue.signIn({ name: 'chu-tich-xa', roles: ['leader'], agency: 'ubnd-19789', communes: ['19789'] });
  const photo = await at.upload(await photoTaken(home));
  const contact = { name, phone, email, consent: '2026-11' };
  const description = `Ổ gà trước cổng trường. Cần thì gọi tôi ${phone} hoặc 0900 000 777, thư ${email}.`;
  const citizen = await at.hue.signIn({ name: 'mau-don', email, roles: [] });
  ({ code, followUp } = (await at.post('/reports', { category: 'road-damage', description, address: `Cạnh nhà có biển ${phone}`, ...here, photos: [photo], contact }, citizen)) as never);
  await at.post(`/reports/${code}/accept`, undefined, at.staff.dispatcher);
  await at.post(`/reports/${code}/assign`, { agency: 'so-xay-dung' }, at.staff.dispatcher);
  await at.post(`/reports/${code}/start`, undefined, at.staff.officer);
  await at.post(`/reports/${code}/answer`, { answer: `Đã vá xong, đã gọi lại số ${phone}.` }, at.staff.officer);
  // A look that is allowed leaves a trace, which is not for handlers either.
  await at.post(`/reports/${code}/reporter`, { purpose: `Gọi lại ${phone} hỏi thêm.` }, at.staff.dispatcher);
  await at.world.settled();
});
afterAll(() => at[Symbol.asyncDispose]());

const found = (text: string) => marks.filter((mark) => text.toLowerCase().includes(mark.toLowerCase()));
const readers = () => [['nobody', undefined], ['the handling officer', at.staff.officer], ['the leader of the commune', leader]] as const;

/** Every address of the module that is read, with the codes of this report where it asks for one. */
function addresses(): string[] {
  const routes = fieldReports.routes.filter(({ method }) => method === 'get').map(({ path }) => api + path);
  const pages = at.world.app.routes.filter(({ method, path }) => method === 'GET' && /^\/@province\/(phan-anh|open311)/.test(path)).map(({ path }) => path.replace('/@province', ''));
  return [...new Set([...routes, ...pages])].map((path) => path.replace(/\{code\}|:code(\{[^}]*\})?/g, code).replace(/\{\w+\}|:\w+(\{[^}]*\})?/g, code));
}

test('no route and no page shows handlers, leaders or the public who reported, not even in part', async () => {
  const leaks: string[] = [];
  let read = 0;
  for (const path of addresses()) {
    for (const [who, as] of readers()) {
      for (const headers of [{}, { 'accept-language': 'en', accept: 'text/html' }, { accept: 'text/xml, application/xml' }]) {
        const answer = await at.hue.request(path, { headers, ...(as && { as }) });
        if (answer.headers.get('content-type')?.startsWith('text/event-stream')) continue;
        if (answer.ok) read += 1;
        leaks.push(...found(await answer.text()).map((mark) => `${path} shows ${who}: ${mark}`));
      }
    }
  }
  expect(leaks).toEqual([]);
  expect(read).toBeGreaterThan(30);
});

test('the picture that the public gets says nothing of the home it was taken at', async () => {
  const { pictures } = await at.get<{ pictures: { url: string; thumbnail: string }[] }>(`/reports/${code}`);
  for (const link of [pictures[0]!.url, pictures[0]!.thumbnail]) {
    const bytes = Buffer.from(await (await at.hue.request(link)).arrayBuffer());
    expect(bytes.includes('Exif') || bytes.includes('EXIF') || bytes.includes('GPS')).toBe(false);
  }
});

test('no filter, search or sort answers a guess: what is not shown cannot be asked for either', async () => {
  const guesses = [name, 'Mẫu Đơn', phone, '0900 000 777', '84900000777', email, 'maudon'];
  for (const [who, as] of readers()) {
    for (const list of ['/reports', '/inbox']) {
      for (const guess of guesses) {
        for (const parameter of ['q', 'reporter', 'phone', 'name', 'email', 'contact', 'sort', 'fields']) {
          const answer = await at.hue.request(`${api}${list}?${parameter}=${encodeURIComponent(guess)}`, as ? { as } : {});
          const text = answer.ok ? await answer.text() : '';
          expect([who, list, parameter, guess, text.includes(code)]).toEqual([who, list, parameter, guess, false]);
        }
      }
    }
  }
});

test('no refusal says more than the answer would have', async () => {
  const writes = fieldReports.routes.filter(({ method }) => method !== 'get');
  const leaks: string[] = [];
  for (const { method, path } of writes) {
    for (const [who, as] of readers()) {
      for (const json of [{}, { code, followUp: 'x'.repeat(16) }]) {
        const answer = await at.hue.request(api + path.replaceAll('{code}', code).replace(/\{\w+\}/g, 'x'), { method: method.toUpperCase(), json, ...(as && { as }) });
        leaks.push(...found(await answer.text()).map((mark) => `${method} ${path} tells ${who}: ${mark}`));
      }
    }
  }
  expect(leaks).toEqual([]);
});

test('events, webhooks, notices and tasks carry nothing of it; only the purpose of the look, for those who may look', async () => {
  const kept = (query: string) => at.hue.database(async ({ pool }) => (await pool.query<{ text: string }>(query)).rows.map(({ text }) => text).join('\n'));
  expect(found(await kept(`select data::text as text from core.events where type <> 'reporter.viewed'`))).toEqual([]);
  expect(found(await kept(`select title::text || link || key as text from core.notices`))).toEqual([]);
  expect(found(await kept(`select payload::text || coalesce(error, '') as text from core.tasks`))).toEqual([]);
  const ofLook = await at.hue.database(async ({ pool }) => (await pool.query<{ count: string }>(`select count(*) from core.events where type = 'reporter.viewed'`)).rows[0]!.count);
  expect(Number(ofLook)).toBe(1);
  expect(fieldReports.events.publishes['reporter.viewed']?.visibleTo).toBe('report:identify');
});

test('the reporter sees their own report, and whoever may identify them does, so that the marks above are the right ones', async () => {
  const contact = await at.post(`/reports/${code}/reporter`, { purpose: 'Hỏi lại vị trí chính xác.' }, at.staff.dispatcher);
  expect(contact).toMatchObject({ name, phone: '+84900000777', email });
  const own = await at.post<{ code: string }>(`/reports/${code}/follow`, { followUp });
  expect(own.code).toBe(code);
});
