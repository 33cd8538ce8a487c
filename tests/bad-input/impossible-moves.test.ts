import { afterAll, beforeAll, expect, test } from 'vitest';
import { type HueProvince, hueProvince } from './hue-province.ts';

let at: HueProvince;
let another: string;

beforeAll(async () => {
  at = await hueProvince();
  another = (await at.report()).code;
});
afterAll(() => at[Symbol.asyncDispose]());

type Moves = readonly (readonly [move: string, json?: object])[];
const reason = { reason: 'Không thuộc thẩm quyền.' };
const assigned: Moves = [['accept'], ['assign', {}]];
const answered: Moves = [...assigned, ['start'], ['answer', { answer: 'Đã vá xong mặt đường.' }]];
/** How a report comes to each state. */
const ways = (): Record<string, Moves> => ({
  submitted: [],
  accepted: [['accept']],
  rejected: [['reject', reason]],
  withdrawn: [['withdraw', {}]],
  assigned,
  'in-progress': [...assigned, ['start']],
  answered,
  closed: [...answered, ['close']],
  reopened: [...answered, ['reopen', { reason: 'Lại hỏng như cũ.' }]],
  merged: [['merge', { into: another }]],
});
const states = Object.keys(ways());

/** Each move as whoever may make it at all would: only the state is in its way. */
const moves = (followUp: string): Record<string, readonly [path: string, json: object | undefined, as: string | undefined]> => ({
  accept: ['accept', undefined, at.staff.dispatcher],
  reject: ['reject', reason, at.staff.dispatcher],
  withdraw: ['withdraw', { followUp }, undefined],
  assign: ['assign', {}, at.staff.dispatcher],
  refuse: ['refuse', { ...reason, proposed: 'ioc' }, at.staff.officer],
  start: ['start', undefined, at.staff.officer],
  answer: ['answer', { answer: 'Đã vá xong mặt đường.' }, at.staff.officer],
  close: ['close', undefined, at.staff.dispatcher],
  reopen: ['reopen', { followUp, reason: 'Lại hỏng như cũ.' }, undefined],
  review: ['decide', { decision: 'reopen', reason: 'Giao đơn vị khác.', agency: 'cap-nuoc' }, at.staff.chairman],
  merge: ['merge', { into: another }, at.staff.dispatcher],
  unmerge: ['unmerge', {}, at.staff.dispatcher],
});

const seen = async (code: string) => {
  const { status, next, agency, timeline } = await at.get<{ status: string; next: string[]; agency: string; timeline: { type: string }[] }>(`/inbox/${code}`, at.staff.dispatcher);
  return { status, next, agency, timeline: timeline.map(({ type }) => type) };
};

test.each(states)('a report that is %s takes no move but those that it names, and stays as it was', async (state) => {
  const { code, followUp } = await at.report(...ways()[state]!);
  const before = await seen(code);
  expect(before.status).toBe(state);
  await at.storingNothing(async () => {
    for (const [move, [path, json, as]] of Object.entries(moves(followUp)).filter(([name]) => !before.next.includes(name))) {
      const answer = await at.post(`/reports/${code}/${path}`, json, as);
      expect([state, move, answer.status, answer.code]).toEqual([state, move, 409, answer.code]);
    }
  });
  expect(await seen(code)).toEqual(before);
});

test('and each of those that it names is possible, so that the refusals above are for the state alone', async () => {
  let made = 0;
  for (const state of states) {
    const { next } = await seen((await at.report(...ways()[state]!)).code);
    // A supervisor decides where the reporter has asked for it.
    for (const move of next.filter((name) => name !== 'review')) {
      const { code, followUp } = await at.report(...ways()[state]!);
      const [path, json, as] = moves(followUp)[move]!;
      const { status, body } = await at.post(`/reports/${code}/${path}`, json, as);
      expect([state, move, status, body]).toEqual([state, move, 200, body]);
      made += 1;
    }
  }
  expect(made).toBeGreaterThan(20);
});

test('a move that nobody knows, a report that is none and a body that is none are told apart from an impossible one', async () => {
  const { code } = await at.report();
  const { dispatcher } = at.staff;
  expect((await at.post(`/reports/${code}/teleport`, {}, dispatcher)).status).toBe(404);
  expect((await at.post('/reports/HUE-26-9999999/accept', undefined, dispatcher)).status).toBe(404);
  expect((await at.post('/reports/khong-phai-ma/accept', undefined, dispatcher)).status).toBeGreaterThanOrEqual(400);
  expect((await at.post(`/reports/${code}/reject`, { reason: '' }, dispatcher)).status).toBe(422);
});
