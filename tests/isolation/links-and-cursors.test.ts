import { afterAll, beforeAll, expect, test } from 'vitest';
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

const statusOf = async (at: Twin, path: string) => (await at.site.request(path)).status;
const altered = (link: string, change: (parts: URLSearchParams) => void): string => {
  const [path, query] = link.split('?');
  const parts = new URLSearchParams(query);
  change(parts);
  return `${path}?${parts}`;
};
const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1);

test('a link to a picture opens it where it was made, and nowhere else', async () => {
  const response = await hue.site.request(hue.link);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp']);
  expect(await statusOf(dakLak, hue.link)).toBe(404);
  expect(await statusOf(hue, dakLak.link)).toBe(404);
});

test.each([
  ['another file', (link: string) => link.replace(/files\/[^?]+/, `files/${hue.pendingPhoto}`)],
  ['another size', (link: string) => altered(link, (parts) => parts.set('z', 'thumbnail'))],
  ['a later end', (link: string) => altered(link, (parts) => parts.set('e', String(Number(parts.get('e')) + 3_600)))],
  ['another signature', (link: string) => altered(link, (parts) => parts.set('s', flip(parts.get('s')!)))],
  ['no signature', (link: string) => altered(link, (parts) => parts.delete('s'))],
  ['an empty signature', (link: string) => altered(link, (parts) => parts.set('s', ''))],
  ["the signature of the other province's twin", (link: string) => altered(link, (parts) => parts.set('s', new URLSearchParams(dakLak.link.split('?')[1]).get('s')!))],
  ['a path out of the folder', (link: string) => link.replace(/files\/[^?]+/, `files/..%2F..%2F${hue.pendingPhoto}`)],
])('a link with %s opens nothing', async (_what, change) => {
  expect(await statusOf(hue, hue.link)).toBe(200);
  expect(await statusOf(hue, change(hue.link))).toBe(404);
});

test('a link ends when its time is over', async () => {
  const { clock } = twins;
  const now = clock.now;
  clock.now = new Date(now.getTime() + 3 * 3_600_000);
  expect(await statusOf(hue, hue.link)).toBe(404);
  clock.now = now;
  expect(await statusOf(hue, hue.link)).toBe(200);
});

test("a province that signs a link to the other's picture finds no file there", async () => {
  const linkTo = (id: string, at: Twin) => at.site.inside('field-reports', async ({ files }) => files.link(id));
  expect(await statusOf(dakLak, await linkTo(dakLak.pendingPhoto, dakLak))).toBe(200);
  expect(await statusOf(dakLak, await linkTo(hue.pendingPhoto, dakLak))).toBe(404);
});

test('a cursor opens where it was made, for the list it was made for, and nowhere else', async () => {
  const list = (cursor: string, filter = '') => `/api/field-reports/reports?limit=12&cursor=${cursor}${filter}`;
  expect(await statusOf(hue, list(hue.cursors.list))).toBe(200);
  expect(await statusOf(dakLak, list(hue.cursors.list))).toBe(422);
  expect(await statusOf(hue, list(hue.cursors.list, '&status=submitted'))).toBe(422);
  expect(await statusOf(hue, list(hue.cursors.inbox))).toBe(422);
  expect(await statusOf(hue, list(flip(hue.cursors.list)))).toBe(422);
});

test('a follow-up code opens its own report, and no other of any province', async () => {
  const follow = async (at: Twin, code: string, followUp: string) => (await at.site.request(`/api/field-reports/reports/${code}/follow`, { json: { followUp } })).status;
  const { code, followUp } = hue.reports.follow;
  const twin = dakLak.reports.follow;
  expect(code.split('-').slice(1)).toEqual(twin.code.split('-').slice(1));
  expect(await follow(hue, code, followUp)).toBe(200);
  expect(await follow(dakLak, twin.code, followUp)).toBe(403);
  expect(await follow(dakLak, code, followUp)).toBe(404);
  expect(await follow(hue, hue.reports.read.code, followUp)).toBe(403);
});

test('a secret derived in one province is another one in the other', async () => {
  const derived = ({ site }: Twin) => site.inside('field-reports', async (ctx) => ctx.derive('follow-up|00000000-0000-4000-8000-000000000000'));
  expect(await derived(hue)).toBe(await derived(hue));
  expect(await derived(dakLak)).not.toBe(await derived(hue));
});
