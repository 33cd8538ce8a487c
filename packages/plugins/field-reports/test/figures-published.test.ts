import { randomUUID } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { testClock, testWorld, type TestProvince, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PublicFigures } from '../src/figures/public-figures.ts';
import type { ReportContext } from '../src/module.ts';
import { fieldReports } from '../src/plugin.ts';

const api = '/api/field-reports';
const clock = testClock(new Date('2026-11-20T10:00:00+07:00'));
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now: clock.now });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

/** History of October, as an import writes it down: sent on the 5th, due on the 9th, answered on the 7th or not at all. */
async function bringIn(reports: number, answered: number): Promise<void> {
  await hue.inside('field-reports', (context) => {
    const ctx = context as unknown as ReportContext;
    return ctx.change(async (trx) => {
      for (let i = 0; i < reports; i += 1) {
        const subject = randomUUID();
        const publish = (type: 'report.submitted' | 'report.answered', at: string, data: object) =>
          ctx.publish(trx, type, { subject, agency: 'so-xay-dung', at: new Date(`2026-10-${at}:00+07:00`), data: { category: 'waste', ...data } as never });
        publish('report.submitted', '05T09:00', { code: `HUE-26-${i}`, commune: '19789', channel: 'web', agency: 'so-xay-dung', public: true, dueAt: '2026-10-09T17:00:00+07:00' });
        if (i < answered) publish('report.answered', '07T09:00', { answer: 'Đã thu gom xong.', photos: 0, onTime: true });
      }
      return null;
    });
  });
  await world.settled();
}
const october = async () => {
  const figures = (await (await hue.request(`${api}/figures?period=2026-10`)).json()) as PublicFigures;
  return { ...figures, onTime: figures.metrics.find(({ id }) => id === 'fr.ontime_766')! };
};
const correct = async (period: string, as: string) => {
  const response = await hue.request(`${api}/figures/corrections`, { json: { period, reason: 'Bổ sung phản ánh ghi sổ của phường chưa nhập' }, as });
  return { status: response.status, body: (await response.json()) as { code?: string; metrics?: string[] } };
};
const signIn = (role: string) => hue.signIn({ name: `${role}-${clock.now().getTime()}`, roles: [role], agency: 'van-phong-ubnd' });
async function nightAfter(day: string): Promise<void> {
  clock.set(new Date(`${day}T01:41:00+07:00`));
  await world.due();
  await world.settled();
}

test('until thirty days after its end the figures of a month follow its reports', async () => {
  await bringIn(40, 30);
  expect(await october()).toMatchObject({ freshness: 'settling', onTime: { value: 75, numerator: 30, denominator: 40, revision: 0, history: [] } });
  expect(await correct('2026-10', await signIn('province-leader'))).toMatchObject({ status: 409, body: { code: 'not-published' } });
});

test('then they are published, and what is written down later does not change them', async () => {
  await nightAfter('2026-12-01');
  await bringIn(20, 0);
  expect(await october()).toMatchObject({ freshness: 'final', onTime: { value: 75, numerator: 30, denominator: 40, revision: 1, computedAt: '2026-11-30T18:41:00.000Z', history: [] } });
});

test('the province corrects the month: the new figure stands, the old one and the reason stay in its history', async () => {
  clock.set(new Date('2026-12-02T09:00:00+07:00'));
  const { status, body } = await correct('2026-10', await signIn('province-leader'));
  expect(status).toBe(200);
  expect(body.metrics).toEqual(expect.arrayContaining(['fr.volume', 'fr.ontime_766', 'fr.sat_766', 'fr.overdue_open']));
  expect(body.metrics).not.toContain('fr.t_close_med');
  expect(await october()).toMatchObject({
    onTime: {
      value: 50, numerator: 30, denominator: 60, revision: 2, computedAt: '2026-12-02T02:00:00.000Z',
      history: [{ revision: 1, value: 75, numerator: 30, denominator: 40, computedAt: '2026-11-30T18:41:00.000Z', replacedBecause: 'Bổ sung phản ánh ghi sổ của phường chưa nhập' }],
    },
  });
  const page = await (await hue.request('/phan-anh/so-lieu?period=2026-10', { headers: { accept: 'text/html' } })).text();
  expect(page).toMatch(/Đã đính chính\. Trước đó: 75%/);
});

test('where nothing is different there is nothing to correct; and not everybody may', async () => {
  expect(await correct('2026-10', await signIn('province-leader'))).toMatchObject({ status: 409, body: { code: 'nothing-to-correct' } });
  expect((await correct('2026-13', await signIn('province-leader'))).status).toBe(422);
  expect((await correct('2026-10', await signIn('dispatcher'))).status).toBe(403);
});

test('the same night again publishes nothing a second time', async () => {
  const count = () => hue.database(async ({ pool }) => (await pool.query('select count(*)::int as n from field_reports.published_figures')).rows[0].n as number);
  const before = await count();
  await nightAfter('2026-12-03');
  expect(await count()).toBe(before);
});

test('the public may ask for periods of the calendar alone: two spans a day apart would tell a single report', async () => {
  for (const query of ['from=2026-10-01&to=2026-10-04', 'period=2026-10-15']) expect([query, (await hue.request(`${api}/figures?${query}`)).status]).toEqual([query, 422]);
});
