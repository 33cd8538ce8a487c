import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HueProvince, hueProvince } from './hue-province.ts';

let at: HueProvince;
let code: string;

beforeAll(async () => {
  at = await hueProvince();
  ({ code } = await at.report(['accept'], ['assign', {}], ['start']));
});
afterAll(() => at[Symbol.asyncDispose]());

/** In hours from the test's now. */
const inHours = (hours: number) => new Date(at.clock.now().getTime() + hours * 3_600_000).toISOString();
const farAway = 24 * 400;
const noTimes = ['hôm qua', '2026-11-04', '2026-02-30T08:00:00+07:00', '2026-11-04T08:00:00', '', 0, null];

test('a pause until yesterday, until just now or beyond its ceiling is refused, and no clock stands still', async () => {
  await at.storingNothing(async () => {
    for (const until of [inHours(-24), inHours(0), inHours(farAway), ...noTimes]) {
      const answer = await at.post(`/reports/${code}/pause`, { reason: 'Chờ vật tư về.', until }, at.staff.officer);
      expect([until, answer.status, answer.paths]).toEqual([until, 422, ['body.until']]);
    }
  });
});

test('nothing is promised for a day that is over, that is earlier than the present deadline, or in another year', async () => {
  await at.storingNothing(async () => {
    for (const promisedAt of [inHours(-24), inHours(0), inHours(24), inHours(farAway), ...noTimes]) {
      const answer = await at.post(`/reports/${code}/extensions`, { reason: 'Chờ vật tư về.', promisedAt }, at.staff.officer);
      expect([promisedAt, answer.status, answer.paths]).toEqual([promisedAt, 422, ['body.promisedAt']]);
    }
  });
});

test('the chairman’s office orders nothing for yesterday', async () => {
  await at.storingNothing(async () => {
    for (const dueAt of [inHours(-1), inHours(0), inHours(farAway), ...noTimes]) {
      const answer = await at.post(`/reports/${code}/orders`, { instruction: 'Vá ngay trong ngày.', dueAt }, at.staff.chairman);
      expect([dueAt, answer.status, answer.paths]).toEqual([dueAt, 422, ['body.dueAt']]);
    }
  });
});

test('a promise whose day has passed before anybody decided is granted no more; what is late is extended no more', async () => {
  const { code: late } = await at.report(['accept'], ['assign', {}], ['start']);
  const promisedAt = inHours(24 * 14);
  const { body, status } = await at.post(`/reports/${late}/extensions`, { reason: 'Chờ vật tư về.', promisedAt }, at.staff.officer);
  expect(status).toBe(201);
  at.clock.move({ days: 20 });
  await at.storingNothing(async () => {
    const decided = await at.post(`/reports/${late}/extensions/${body['id'] as string}/decide`, { granted: true }, at.staff.dispatcher);
    expect([decided.status, decided.code]).toEqual([409, 'promise-past']);
    const { status, code: refused } = await at.post(`/reports/${late}/extensions`, { reason: 'Chờ vật tư về.', promisedAt: inHours(48) }, at.staff.officer);
    expect([status, refused]).toEqual([409, 'already-late']);
    expect((await at.post(`/reports/${late}/pause`, { reason: 'Chờ vật tư về.' }, at.staff.officer)).code).toBe('not-pausable');
  });
  at.clock.move({ days: -20 });
});

test('a rule of limits begins on a day that there is, and one of yesterday touches no case that is under way', async () => {
  const shown = () => at.get<{ version: string; limits: { id: number }[]; ladder: object[] }>('/limits', at.staff.admin);
  const { version, limits, ladder } = await shown();
  const former = limits.map(({ id: _, ...limit }) => limit);
  await at.storingNothing(async () => {
    for (const validFrom of ['2026-02-30', '03/11/2026', 'hôm qua', '']) {
      expect([validFrom, (await at.post('/limits', { version, limits: [...former, { category: 'waste', answerDays: 1, validFrom }], ladder }, at.staff.admin, 'PUT')).status]).toEqual([validFrom, 422]);
    }
    for (const span of [{ answerDays: 0 }, { answerDays: -3 }, { answerHours: 1.5 }, { answerDays: 1, answerHours: 1 }, {}]) {
      expect([span, (await at.post('/limits', { version, limits: [...former, { category: 'waste', ...span, validFrom: '2026-11-01' }], ladder }, at.staff.admin, 'PUT')).status]).toEqual([span, 422]);
    }
    expect((await at.post('/limits', { version, limits: former, ladder: [{ told: '$agency', afterHours: -1 }] }, at.staff.admin, 'PUT')).status).toBe(422);
  });
  const due = async () => (await at.get<{ dueAt: string }>(`/reports/${code}`)).dueAt;
  const before = await due();
  expect((await at.post('/limits', { version, limits: [{ category: 'road-damage', answerHours: 1, validFrom: '2026-11-01' }, ...former], ladder }, at.staff.admin, 'PUT')).status).toBe(200);
  await at.world.due();
  expect(await due()).toBe(before);
});

test('lines of a file that tell of the future, or of an end before the beginning, are named and not brought in', async () => {
  const header = 'service_request_id,requested_datetime,updated_datetime,closed_date,status_description,status_notes,source,service_name,service_subtype,description,agency_responsible,address,lat,long';
  const line = (id: string, requested: string, updated = '', closed = '') => `${id},${requested},${updated},${closed},${closed ? 'closed' : 'open'},,,waste,,Rác ùn ứ,,,${16.4561},${107.5842}`;
  const bad = [
    line('A-1', inHours(1)), line('A-2', inHours(-2), inHours(-3)), line('A-3', inHours(-2), inHours(1)), line('A-4', inHours(-2), '', inHours(-3)), line('A-5', inHours(-2), '', inHours(1)), line('A-6', '31/02/2026 08:00'), line('A-7', ''),
  ];
  const answer = await at.hue.request('/api/field-reports/imports', { method: 'POST', as: at.staff.dispatcher, headers: { 'content-type': 'text/csv' }, body: [header, ...bad, line('A-8', inHours(-2))].join('\n') });
  const checked = (await answer.json()) as { good: number; bad: number; problems: { line: number; message: { vi: string } }[] };
  expect([answer.status, checked.good, checked.bad]).toEqual([201, 1, bad.length]);
  expect(checked.problems.map(({ message }) => message.vi.split(':')[0])).toEqual(['requested_datetime', 'updated_datetime', 'updated_datetime', 'closed_date', 'closed_date', 'requested_datetime', 'requested_datetime']);
});
