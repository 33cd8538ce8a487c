import { afterAll, beforeAll, expect, test } from 'vitest';
import { overLoopback } from './loopback.ts';
import { startSecondNode } from './second-node.ts';
import type { Twin } from './twin.ts';
import { type TwinWorld, twinWorld } from './two-provinces.ts';

let twins: TwinWorld;
let hue: Twin;
let dakLak: Twin;

beforeAll(async () => {
  twins = await twinWorld();
  ({ hue, dakLak } = twins);
});
afterAll(() => twins[Symbol.asyncDispose]());

const api = '/api/field-reports';
/** Answers that are kept in memory: by the log's position, by configuration, by caller. */
const kept = ['/reports', '/reports?limit=5&category=road-damage', '/figures', '/categories'].map((path) => `${api}${path}`).concat('/', '/phan-anh', '/api/core/communes');

const textOf = async (at: Twin, path: string) => (await at.site.request(path)).text();

/** Which of these answers hold anything of the province `other`. */
function foreign(answers: readonly { path: string; text: string }[], other: Twin): string[] {
  return answers.filter(({ text }) => other.marks.some((mark) => text.includes(mark))).map(({ path }) => path);
}

async function submit(at: Twin): Promise<string> {
  const answer = await at.site.request(`${api}/reports`, { json: { category: 'road-damage', commune: at.commune, description: `Ổ gà mới, ${at.category}.` } });
  return ((await answer.json()) as { code: string }).code;
}

test('asked the same at the same moment, again and again, each province answers with its own', async () => {
  const asked = Array.from({ length: 20 }, () => kept).flat();
  const both = await Promise.all(
    asked.map(async (path) => ({ hue: { path, text: await textOf(hue, path) }, dakLak: { path, text: await textOf(dakLak, path) } })),
  );
  expect(foreign(both.map((one) => one.hue), dakLak)).toEqual([]);
  expect(foreign(both.map((one) => one.dakLak), hue)).toEqual([]);
  // And an answer of the wrong province is recognised, whichever of them it is.
  expect(foreign(both.map((one) => one.hue), hue)).toEqual(asked);
});

test('a person who is remembered in one province is not in the other', async () => {
  const me = async (at: Twin, as: string) => (await at.site.request('/api/core/me', { as })).status;
  const both = await Promise.all(Array.from({ length: 20 }, (_, i) => Promise.all([me(hue, hue.staff), me(dakLak, i % 2 === 0 ? hue.staff : dakLak.staff)])));
  expect(both).toEqual(both.map((_, i) => [200, i % 2 === 0 ? 401 : 200]));
});

test('after a change in Huế, its list is fresh within a second, here and on another node, and what Đắk Lắk keeps stays', async () => {
  await using second = await startSecondNode(twins.world);
  const list = `${api}/reports?limit=3`;
  const onSecond = async (at: Twin) => (await overLoopback(second.port, at.site.host, list)).text;
  const before = { hue: await textOf(hue, list), dakLak: await textOf(dakLak, list) };
  expect(await onSecond(hue)).toBe(before.hue);
  expect(await onSecond(dakLak)).toBe(before.dakLak);
  // A change behind the system's back, which only an answer that is made anew would show.
  await dakLak.site.database(({ pool }) => pool.query(`update field_reports.reports set public_text = 'sau lưng hệ thống'`));

  const code = await submit(hue);
  const fresh = Date.now() + 1_000;
  while (!((await textOf(hue, list)).includes(code) && (await onSecond(hue)).includes(code))) {
    expect(Date.now(), 'the list is fresh within a second').toBeLessThan(fresh);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(await textOf(dakLak, list)).toBe(before.dakLak);
  expect(await onSecond(dakLak)).toBe(before.dakLak);

  // The same change shows as soon as Đắk Lắk has a change of its own: it was kept, and not merely equal.
  await submit(dakLak);
  await twins.world.settled();
  expect(await textOf(dakLak, list)).toContain('sau lưng hệ thống');
});
