import { pino } from 'pino';
import type { TestProvince, TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { logFaults } from './log-faults.ts';
import { probe, type ProbeTypes } from './probe.ts';
import { connected, onDatabase } from './server-access.ts';
import { picture } from './twin.ts';
import { twoProvinces } from './two-provinces.ts';

const { plugin, runs } = probe();
const provinces = ['hue', 'dak-lak'];
const api = '/api/field-reports';

const person = { name: 'Công Tằng Tôn Nữ Bích Hà', phone: '0905 777 123', email: 'bich-ha@vidu.vn' };
const description = 'Nhà tôi ở kiệt 77 bị ngập đến đầu gối.';
const password = 'mat-khau-rat-rieng-tu';

let world: TestWorld;
let started: number;

beforeAll(async () => {
  world = await twoProvinces({ more: [plugin] });
  started = world.logged.length;
});
afterAll(() => world[Symbol.asyncDispose]());

/** Everything that happens to a report and around it, the failures included; answers what must not be in any log. */
async function wholeLife(site: TestProvince): Promise<Record<string, string>> {
  const email = `dieu-phoi@${site.id}.vn`;
  const staff = await site.signIn({ name: 'Điều Phối Viên Kín', email, password, roles: ['admin', 'dispatcher', 'officer'], agency: 'so-xay-dung' });
  const key = await site.key(['report:read']);
  const commune = (await site.database(({ pool }) => pool.query<{ code: string }>('select code from core.communes limit 1'))).rows[0]!.code;
  const photo = await site.request(`${api}/photos`, { method: 'POST', body: picture, headers: { 'content-type': 'image/png' } });
  const report = { category: 'road-damage', commune, description, photos: [((await photo.json()) as { id: string }).id], contact: { ...person, consent: '2026-11' } };
  const submitted = await site.request(`${api}/reports`, { json: report });
  const { code, followUp } = (await submitted.json()) as { code: string; followUp: string };
  for (const [move, json] of [['accept'], ['assign', {}], ['start'], ['answer', { answer: description }], ['close'], ['reporter', { purpose: `Gọi cho ${person.name}` }]] as const) {
    expect((await site.request(`${api}/reports/${code}/${move}`, { method: 'POST', as: staff, ...(json && { json }) })).status).toBe(200);
  }
  expect((await site.request(`${api}/reports/${code}/rate`, { json: { followUp, rating: 'satisfied' } })).status).toBe(200);

  // What is refused, and what fails.
  await site.request(`${api}/reports/${code}/follow`, { json: { followUp: `${followUp}x` } });
  await site.request(`${api}/reports`, { json: { ...report, photos: [], contact: { ...report.contact, phone: 'không có' } } });
  await site.request(`${api}/reports`, { json: { ...report, description: `${description}\u0000` } });
  await site.request(`${api}/inbox?category=${encodeURIComponent(person.name)}`, { as: key });
  await site.request('/api/auth/sign-in/email', { json: { email, password: `${password}?` } });
  await site.request('/dang-nhap', { method: 'POST', body: new URLSearchParams({ email, password: `${password}?` }) });
  await site.request('/api/auth/sign-in/email', { as: staff, json: { email, password }, headers: { origin: 'https://la.example' } });
  await site.request(`${api}/reports?category=${encodeURIComponent(person.email)}`, { as: `${staff}x` });
  await site.request(`/khong-co/${encodeURIComponent(person.name)}`);
  await refusingContacts(site, async () => {
    expect((await site.request(`${api}/reports`, { json: { ...report, photos: [] } })).status).toBe(500);
  });
  await site.inside<ProbeTypes, void>('probe', (ctx) => ctx.change(async (trx) => ctx.enqueue(trx, 'stumble', { of: site.id })));
  const cookie = staff.split('=')[1]!;
  const { name, phone } = person;
  return { name, phone, 'phone as stored': '+84905777123', email: person.email, description, password, 'staff e-mail': email, followUp, cookie, key };
}

/** As when a migration and a module disagree: PostgreSQL refuses the row, and repeats all of it in its error. */
async function refusingContacts(site: TestProvince, work: () => Promise<void>): Promise<void> {
  const { database } = site.now();
  await connected(onDatabase(world.kernel.registry.adminUrl('main'), database), async (client) => {
    await client.query('alter table field_reports.contacts add constraint refused check (phone is null) not valid');
    await work();
    await client.query('alter table field_reports.contacts drop constraint refused');
  });
}

test("a report's whole life, its failures included, leaves lines that all name their province and tell nobody's secret", async () => {
  const both = await Promise.all(provinces.map((id) => wholeLife(world.province(id))));
  await expect.poll(() => runs.filter(({ job }) => job === 'stumble').length, { timeout: 8_000 }).toBe(4);
  await world.settled();
  const lines = world.logged.slice(started);
  for (const [i, id] of provinces.entries()) expect(logFaults(lines, provinces, both[i]!), id).toEqual([]);

  // The failures are there, with what an operator needs to find them.
  const failed = lines.filter(({ level }) => Number(level) >= 40);
  expect(new Set(failed.map(({ msg }) => msg))).toEqual(new Set(['Something went wrong. Nothing was stored.', 'task failed']));
  expect(failed).toEqual(expect.arrayContaining([expect.objectContaining({ err: expect.objectContaining({ code: '23514', constraint: 'refused' }) })]));
});

test('every request leaves one line, with province, module and route, and each province only its own', async () => {
  const before = world.logged.length;
  await Promise.all(provinces.flatMap((id) => [1, 2, 3].map(() => world.province(id).request(`${api}/reports?limit=1`))));
  const requests = world.logged.slice(before).filter(({ msg }) => msg === 'request');
  expect(requests.map(({ province, module, operation, status }) => `${String(province)} ${String(module)} ${String(operation)} ${String(status)}`).toSorted()).toEqual(
    provinces.toSorted().flatMap((id) => Array.from({ length: 3 }, () => `${id} field-reports GET ${api}/reports 200`)),
  );
});

test('a line that names no province or holds a secret is found', () => {
  const lines: Record<string, unknown>[] = [];
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
  log.info({ province: 'hue' }, 'fine');
  log.info('nameless');
  log.info({ province: 'hue', contact: { phone: person.phone } }, 'telling');
  log.error({ province: 'dak-lak', err: new Error(`no such person: ${person.name}`) }, 'failed');
  expect(logFaults(lines, provinces, { name: person.name, phone: person.phone })).toEqual(['no province: nameless', 'phone in: telling', 'name in: failed']);
});
