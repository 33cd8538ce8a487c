import { fileURLToPath } from 'node:url';
import type { LoggedEvent } from '@tinhthong/core';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemoReports } from '../src/demo.ts';
import type { FaceFigures } from '../src/figures/figures-by-face-route.ts';
import { columns } from '../src/figures/counters.ts';
import type { DailyDigest } from '../src/figures/daily-digest.ts';
import { foldFigures } from '../src/figures/fold-figures.ts';
import { metrics } from '../src/figures/metrics.ts';
import type { PublicFigures } from '../src/figures/public-figures.ts';
import { refoldFigures } from '../src/figures/refold-figures.ts';
import type { ReportContext, ReportTrx } from '../src/module.ts';
import { fieldReports } from '../src/plugin.ts';
import { type Happening, recomputeMetrics } from './recompute-metrics.ts';

const now = new Date('2026-11-20T15:10:00+07:00');
const api = '/api/field-reports';
let world: TestWorld;
let hue: TestProvince;
let leader: string;
let log: Happening[];

beforeAll(async () => {
  const folder = (name: string) => fileURLToPath(import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder('hue')), await loadTemplate(folder('dak-lak'))], now: () => now });
  hue = world.province('hue');
  leader = await hue.signIn({ name: 'lanh-dao', roles: ['province-leader'], agency: 'van-phong-ubnd' });
  await inside(addDemoReports);
  await inside(addRarerEvents);
  await world.settled();
  log = await inside(async (ctx) => {
    const { rows } = await sql<{ type: string; subject: string; at: Date; data: Record<string, unknown> }>`
      select type, subject, at, data from core.event_log where plugin = 'field-reports' and type like 'report.%' order by at, id`.execute(ctx.db);
    return rows.map(({ at, ...event }) => ({ ...event, at: at.getTime() }));
  });
}, 240_000);
afterAll(() => world[Symbol.asyncDispose]());

const inside = <T>(work: (ctx: ReportContext) => Promise<T>): Promise<T> => hue.inside('field-reports', (ctx) => work(ctx as unknown as ReportContext)) as Promise<T>;
const get = async <T>(path: string, as?: string): Promise<T> => {
  const response = await hue.request(`${api}${path}`, as === undefined ? {} : { as });
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as T;
};

/** What sample reports do not have: handed about, refused, extended, paused, merged. */
async function addRarerEvents(ctx: ReportContext): Promise<void> {
  const reports = await ctx.db.selectFrom('reports').select(['id', 'category', 'agency', 'answered_at', 'submitted_at', 'due_at', 'state']).orderBy('submitted_at').execute();
  await ctx.change(async (trx) => {
    for (const [i, { id, category, agency, answered_at, submitted_at, due_at, state }] of reports.entries()) {
      const subject = { subject: id, agency };
      if (answered_at !== null && i % 20 === 0) {
        const half = new Date((answered_at.getTime() + submitted_at.getTime()) / 2);
        const soon = (minutes: number) => new Date(Math.min(answered_at.getTime() - 1_000, half.getTime() + minutes * 60_000));
        ctx.publish(trx, 'report.assigned', { ...subject, at: soon(5), data: { category, agency: 'cong-an', dueAt: due_at.toISOString() } });
        if (i % 40 === 0) ctx.publish(trx, 'report.refused', { ...subject, at: soon(10), data: { category, reason: 'Không thuộc thẩm quyền', from: 'cong-an', to: agency, proposed: agency, refusals: 1 } });
      }
      if (answered_at !== null && i % 30 === 7) {
        const until = new Date(due_at.getTime() + 3 * 86_400_000).toISOString();
        ctx.publish(trx, 'report.extended', { ...subject, at: new Date(answered_at.getTime() - 500), data: { category, reason: 'Chờ vật tư', extension: id, dueAt: until, before: due_at.toISOString() } });
      }
      if (['assigned', 'in-progress'].includes(state) && due_at > now && i % 3 !== 0) {
        ctx.publish(trx, 'report.paused', { ...subject, at: new Date(now.getTime() - 120_000), data: { category, reason: 'Chờ vật tư', until: now.toISOString() } });
        const later = new Date(due_at.getTime() + 86_400_000).toISOString();
        if (i % 3 === 1) ctx.publish(trx, 'report.resumed', { ...subject, at: new Date(now.getTime() - 60_000), data: { category, dueAt: later } });
      }
      if (['submitted', 'accepted', 'assigned', 'in-progress'].includes(state) && i % 3 === 0) ctx.publish(trx, 'report.merged', { ...subject, at: new Date(now.getTime() - 60_000), data: { category, into: id } });
    }
    return null;
  });
}

const periods = {
  'a year': ['2025-11-21', '2026-11-21'],
  'a month': ['2026-09-01', '2026-10-01'],
  'from the 15th to the 14th': ['2026-10-15', '2026-11-15'],
  'the month that is not over': ['2026-11-01', '2026-12-01'],
  'today': ['2026-11-20', '2026-11-21'],
  'before there was anything': ['2020-01-01', '2020-02-01'],
} as const;

test.each(Object.entries(periods))('every metric of %s is what counting the events by hand gives', async (_, [first, last]) => {
  const period = { from: new Date(`${first}T00:00:00+07:00`), to: new Date(`${last}T00:00:00+07:00`) };
  const calendar = await inside(async (ctx) => ctx.calendar);
  const population = first < '2025-01-01' ? 0 : 1_236_393;
  const expected = recomputeMetrics(log, { from: period.from.getTime(), to: period.to.getTime() }, { now: now.getTime(), population, calendar });
  for (const [id, { numerator, denominator, histogram }] of Object.entries(expected)) {
    const computed = await inside((ctx) => metrics[id]!.compute(ctx, period));
    expect([id, computed]).toEqual([id, { numerator: expect.closeTo(numerator, 4), denominator, ...(histogram && { histogram }) }]);
  }
});

test('the year has something to say about every metric but the suggestions', async () => {
  const { metrics: shown } = await get<PublicFigures>('/figures');
  expect(shown.map(({ id }) => id)).toEqual(Object.keys(metrics));
  expect(shown.filter(({ state, id }) => state !== 'shown' && id !== 'fr.ai_accept').map(({ id, state }) => [id, state])).toEqual([]);
  for (const { unit, interval, value } of shown) if (unit === '%' && value !== null) expect([interval!.low <= value, interval!.high >= value]).toEqual([true, true]);
});

test('the log folded again from nothing gives the same sums; a part of it folded once more changes nothing', async () => {
  const sums = () => inside(async (ctx) => (await sql`select * from field_reports.figures where ${sql.raw(columns.map((column) => `${column} <> 0`).join(' or '))} order by face, span, day, category, agency, commune`.execute(ctx.db)).rows);
  const before = await sums();
  expect(before.length).toBeGreaterThan(1_000);
  await inside(refoldFigures);
  expect(await sums()).toEqual(before);
  // What the projection folded before, in batches of its own, it may fold again.
  await inside(async (ctx) => {
    const { rows: events } = await sql<LoggedEvent>`select * from core.event_log where plugin = 'field-reports' and type like 'report.%' order by position limit 1500`.execute(ctx.db);
    await ctx.change(async (trx) => {
      await foldFigures(ctx, trx as ReportTrx, events);
      return null;
    });
  });
  expect(await sums()).toEqual(before);
});

test('agencies, communes and categories add up to the same province', async () => {
  const year = '?from=2025-11-21&to=2026-11-20';
  const faces = await Promise.all(['agency', 'commune', 'category'].map((face) => get<{ total: FaceFigures; rows: FaceFigures[] }>(`/figures/by/${face}${year}`, leader)));
  const [byAgency, byCommune, byCategory] = faces;
  expect(byCommune!.total).toEqual(byCategory!.total);
  // Refusals and answers count where they were made, everything else where the report is now: nothing is lost.
  expect(byAgency!.total).toEqual(byCategory!.total);
  expect(byAgency!.rows.find(({ key }) => key === 'cong-an')!.refused).toBeGreaterThan(20);
  expect(byAgency!.total.refused).toBe(byAgency!.rows.find(({ key }) => key === 'cong-an')!.refused);
});

test('filtered by another dimension, the parts add up to the whole', async () => {
  const query = '?from=2026-03-01&to=2026-08-31';
  const { rows } = await get<{ rows: FaceFigures[] }>(`/figures/by/agency${query}`, leader);
  const { key: agency, ...whole } = rows.toSorted((a, b) => b.submitted - a.submitted)[0]!;
  const filtered = await get<{ total: object; rows: FaceFigures[] }>(`/figures/by/category${query}&agency=${agency}`, leader);
  expect(filtered.total).toEqual(whole);
  expect(filtered.rows.length).toBeGreaterThan(1);
  const own = await get<{ total: object }>(`/figures/by/agency${query}&agency=${agency}`, leader);
  expect(own.total).toEqual(whole);
});

test('figures by agency are for those who may see them', async () => {
  const officer = await hue.signIn({ name: 'can-bo', roles: ['officer'], agency: 'so-xay-dung' });
  for (const path of ['/figures/by/agency', '/figures/digest', '/hot-spots', '/layers/hot-spots-for-staff']) {
    expect([path, (await hue.request(`${api}${path}`)).status, (await hue.request(`${api}${path}`, { as: officer })).status]).toEqual([path, 401, 403]);
  }
});

test('nothing of 1 to 9 reports is published by category, nor what would give it away', async () => {
  const { categories: items } = await get<PublicFigures>('/figures?period=2026-10');
  expect(items.length).toBeGreaterThan(5);
  const counts = items.flatMap(({ submitted, onTime, satisfaction }) => [submitted, onTime.numerator, onTime.denominator, satisfaction.numerator, satisfaction.denominator]);
  expect(counts.filter((count) => count !== null && count > 0 && count < 10)).toEqual([]);
  const held = items.filter(({ submitted }) => submitted === null);
  expect(held.length).not.toBe(1);
});

test("yesterday's digest says what came, who is late, where it happens again; it reaches the chairman's office at seven", async () => {
  const digest = await get<DailyDigest>('/figures/digest', leader);
  expect(digest.day).toBe('2026-11-19');
  const yesterday = log.filter(({ at }) => at >= Date.parse('2026-11-19T00:00+07:00') && at < Date.parse('2026-11-20T00:00+07:00'));
  expect(digest.submitted).toBe(yesterday.filter(({ type }) => type === 'report.submitted').length);
  expect(digest.answered).toBe(yesterday.filter(({ type }) => type === 'report.answered').length);
  expect(digest.lateAgencies.reduce((sum, { late }) => sum + late, 0)).toBeLessThanOrEqual(digest.late);
  expect(digest.lateAgencies.length).toBeGreaterThan(0);
});
