import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldReports } from '../src/plugin.ts';
import { api, clock, hue, signIn, storedAndReplayed, submit, world } from './clocked-province.ts';

test('whatever is done to fifty reports, in whatever order and with whatever pauses, replaying their logs gives the stored clocks', async () => {
  // A key need not sign in anew on each of the many days; who coordinates is a person of an agency.
  const staff = await hue.key(Object.keys(fieldReports.permissions));
  const moves = {
    accept: () => ['accept', undefined],
    reject: () => ['reject', { reason: 'Không thuộc phạm vi.' }],
    assign: () => ['assign', { agency: 'so-xay-dung', coordinating: ['cong-an'] }],
    refuse: () => ['refuse', { reason: 'Không thuộc thẩm quyền.', proposed: 'cong-an' }],
    start: () => ['start', undefined],
    contribute: () => ['contribute', { text: 'Đã phối hợp phân luồng giao thông.' }],
    answer: () => ['answer', { answer: 'Đã vá xong mặt đường sáng nay.' }],
    close: () => ['close', undefined],
    pause: () => ['pause', { reason: 'Chờ vật tư' }],
    resume: () => ['resume', undefined],
    extend: () => ['extensions', { reason: 'Chờ vật tư', promisedAt: new Date(clock.now().getTime() + 30 * 86_400_000).toISOString() }],
    reclassify: () => ['reclassify', { category: 'waste' }],
    back: () => ['reclassify', { category: 'road-damage', priority: 'high' }],
    urgent: () => ['reclassify', { category: 'flooding' }],
    order: () => ['orders', { instruction: 'Khắc phục ngay.', dueAt: new Date(clock.now().getTime() + 86_400_000).toISOString() }],
  } as const satisfies Record<string, () => readonly [path: string, json: unknown]>;
  type Move = keyof typeof moves | 'reopen' | 'grant';
  const names: Move[] = [...(Object.keys(moves) as (keyof typeof moves)[]), 'reopen', 'grant'];
  const seen = new Map<string, number>();

  interface Case { readonly code: string; readonly followUp: string; extension?: string }
  async function make(one: Case, move: Move): Promise<void> {
    if (move === 'grant' && one.extension === undefined) return;
    const [path, json] = move === 'reopen' ? ['reopen', { followUp: one.followUp, reason: 'Chưa sửa xong, vẫn còn ổ gà.' }] : move === 'grant' ? [`extensions/${one.extension}/decide`, { granted: true }] : moves[move]();
    const as = move === 'reopen' ? undefined : move === 'contribute' ? await signIn('officer', 'cong-an') : staff;
    const ask = () => hue.request(`${api}/reports/${one.code}/${path}`, { method: 'POST', json, ...(as !== undefined && { as }) });
    let response = await ask();
    // On a machine that is busy otherwise, so many at once may be turned away: then nothing has happened.
    for (let again = 0; response.status === 503 && again < 20; again += 1) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      response = await ask();
    }
    expect([move, response.status]).toEqual([move, expect.toSatisfy((status: number) => [200, 201, 403, 404, 409, 422].includes(status))]);
    if (response.ok) seen.set(move, (seen.get(move) ?? 0) + 1);
    if (move === 'extend' && response.status === 201) one.extension = ((await response.json()) as { id: string }).id;
  }

  const together = 25;
  // Time passes for all of them alike; each has its own move to make then.
  const step = fc.record({ minutes: fc.integer({ min: 1, max: 700 }), tick: fc.boolean(), moves: fc.array(fc.constantFrom(...names), { minLength: together, maxLength: together }) });
  let month = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 7, maxLength: 9 }), async (steps) => {
      const cases: Case[] = [];
      for (let i = 0; i < together; i += 1) cases.push(await submit(`2027-0${4 + month}-05 08:00`));
      month += 1;
      for (const usual of ['accept', 'assign', 'start'] as const) {
        clock.move({ minutes: 10 });
        // Every fifth is left where it came in: it may yet be rejected, or classified before anybody accepts it.
        await Promise.all(cases.filter((_, i) => i % 5 > 0).map((one) => make(one, usual)));
      }
      for (const { minutes, tick, moves } of steps) {
        clock.move({ minutes });
        if (tick) await world.due();
        await Promise.all(cases.map((one, i) => make(one, moves[i]!)));
      }
      for (const { code } of cases) {
        const [stored, replayed] = await storedAndReplayed(code);
        expect(stored.length).toBeGreaterThan(1);
        expect(replayed).toEqual(stored);
      }
    }),
    { numRuns: 2, endOnFailure: true },
  );
  // Most kinds of moves did happen: a sequence of refusals alone would prove nothing.
  expect([...seen.keys()].length).toBeGreaterThan(names.length / 2);
}, 120_000);
