import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, type TestProvince, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect } from 'vitest';
import { clockOf } from '../src/clocks/clock-rows.ts';
import { type Clock, type ClockEvent, replay } from '../src/clocks/clocks.ts';
import type { ClockRow } from '../src/clocks/clocks-tables.ts';
import type { ShownClocks } from '../src/pages/clocks-panel.ts';
import { fieldReports } from '../src/plugin.ts';
import { vn } from './office-calendar.ts';

// Huế in the working days of 2026 and 2027, for the test file that imports it: its clock, its people and what they do.
export const clock = testClock(vn('2026-11-16 08:00'));
export let world: TestWorld;
export let hue: TestProvince;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

export const api = '/api/field-reports';
const road = { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường, xin sửa sớm.', lat: 16.4637, lon: 107.5909 };
export type Role = 'dispatcher' | 'officer' | 'province-leader' | 'admin';
const sessions = new Map<string, Promise<string>>();
/** Somebody of this role, on the day that the clock shows: sessions of other days are over, and nobody signs in before they did. */
export function signIn(role: Role, agency = role === 'officer' ? 'so-xay-dung' : role === 'dispatcher' ? 'ioc' : 'van-phong-ubnd'): Promise<string> {
  const key = `${role}-${agency}-${clock.now().toISOString().slice(0, 10)}`;
  if (!sessions.has(key)) sessions.set(key, hue.signIn({ name: key, roles: [role], agency }));
  return sessions.get(key)!;
}

let sent = 0;
export async function submit(at: string, more: object = {}): Promise<{ code: string; followUp: string; dueAt: string }> {
  clock.set(vn(at));
  const response = await hue.request(`${api}/reports`, { json: { ...road, description: `${road.description} Lần ${(sent += 1)}.`, ...more } });
  expect(response.status).toBe(201);
  return (await response.json()) as { code: string; followUp: string; dueAt: string };
}

export async function act(role: Role, path: string, json: unknown = undefined, agency?: string) {
  const response = await hue.request(`${api}${path}`, { method: 'POST', as: await signIn(role, agency), json });
  return { status: response.status, body: (await response.json()) as Record<string, string> & { errors?: { path: string }[] } };
}
export async function done(role: Role, path: string, json?: unknown, agency?: string) {
  const answer = await act(role, path, json, agency);
  expect([path, answer.status, answer.body]).toEqual([path, expect.toSatisfy((status: number) => status < 300), expect.anything()]);
  return answer.body;
}
/** Submitted, accepted and in the hands of the department of construction. */
export async function inHand(at: string, more: object = {}): Promise<string> {
  const { code } = await submit(at, more);
  await done('dispatcher', `/reports/${code}/accept`);
  await done('dispatcher', `/reports/${code}/assign`, { agency: 'so-xay-dung' });
  await done('officer', `/reports/${code}/start`);
  return code;
}
export const refusalOf = ({ status, body }: Awaited<ReturnType<typeof act>>) => [status, body['code'], ...(body.errors ?? []).map(({ path }) => path)];
export const timeOf = async (code: string): Promise<ShownClocks> => (await (await hue.request(`${api}/inbox/${code}/clocks`, { as: await signIn('dispatcher') })).json()) as ShownClocks;
export const dueOf = async (code: string, kind = 'whole') => new Date((await timeOf(code)).clocks.find((one) => one.kind === kind)!.dueAt);
// Without its beginning, which PostgreSQL's own clock dates.
export const timelineOf = async (code: string) => {
  await world.settled();
  return ((await (await hue.request(`${api}/reports/${code}`)).json()) as { timeline: { type: string; data: Record<string, unknown> }[] }).timeline.filter(({ type }) => type !== 'report.submitted');
};
export const eventsOf = async (code: string) => {
  const { rows } = await hue.database(({ pool }) =>
    pool.query<ClockEvent>(`select type, at, data from core.events where subject = (select id::text from field_reports.reports where code = $1) order by id`, [code]),
  );
  return rows;
};
export async function storedAndReplayed(code: string): Promise<[Clock[], Clock[]]> {
  const { rows } = await hue.database(({ pool }) => pool.query<ClockRow>('select * from field_reports.clocks where report = (select id from field_reports.reports where code = $1)', [code]));
  const sorted = (clocks: Clock[]) => clocks.toSorted((a, b) => `${a.kind}|${a.part}`.localeCompare(`${b.kind}|${b.part}`));
  return [sorted(rows.map(clockOf)), sorted(replay(await eventsOf(code)))];
}
export const noticesOf = async (agency: string) =>
  (await hue.database(({ pool }) => pool.query<{ title: { vi: string } }>('select title from core.notices where agency = $1 order by id', [agency]))).rows.map(({ title }) => title.vi);
