import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import type { MountEnvironment } from '../plugin/plugin.ts';
import { ok, routeOf } from '../plugin/route.ts';

const write = routeOf()({ method: 'post', path: '/notes', access: 'note:write', summary: { vi: 'Ghi' }, answers: { 200: { description: 'written' } }, handle: async (ctx) => ok({ by: ctx.actor.kind }) });

/** A standard of before: its API key is a field of a form. */
const oldForms = new Hono<MountEnvironment>().post('/', async (c) => {
  const key = (await c.req.formData()).get('api_key');
  const entered = typeof key === 'string' && (await c.get('enterWithKey')(key));
  const { actor } = c.get('ctx');
  return c.json({ entered, kind: actor.kind, may: c.get('ctx').can('note:write'), written: await c.get('call')(write).catch(({ status }: { status: number }) => status) });
});

const notes = barePlugin({
  id: 'notes',
  permissions: { 'note:write': { title: { vi: 'Ghi' }, suggestedRoles: [] }, 'note:read': { title: { vi: 'Đọc' }, suggestedRoles: [] } },
  routes: [write],
  mounts: { '/ghi': oldForms },
});

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
beforeAll(async () => {
  world = await testWorld({ plugins: [notes] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
});
afterAll(() => world[Symbol.asyncDispose]());

const send = async (province: TestProvince, key?: string, as?: string) => {
  const answer = await province.request('/ghi', { method: 'POST', body: new URLSearchParams(key === undefined ? {} : { api_key: key }), ...(as !== undefined && { as }) });
  return (await answer.json()) as { entered: boolean; kind: string; may: boolean; written: unknown };
};
const nobody = { entered: false, kind: 'anonymous', may: false, written: 401 };

test('a form that carries a key of the province is that key from then on, to the page and to the routes it calls', async () => {
  expect(await send(hue, await hue.key(['note:write']))).toEqual({ entered: true, kind: 'key', may: true, written: { by: 'key' } });
});

test('a key without the permission enters, and may do nothing with it', async () => {
  expect(await send(hue, await hue.key(['note:read']))).toEqual({ entered: true, kind: 'key', may: false, written: 403 });
});

test.each(['', 'ngắn', 'ttk_madeupmadeup', 'ttk_madeup\r\nx-other: 1', `ttk_${'x'.repeat(300)}`, 'Bearer ttk_madeupmadeup'])('"%s" is no key: the form is nobody’s', async (key) => {
  expect(await send(hue, key)).toEqual(nobody);
});

test('a key of another province is no key here', async () => {
  const key = await dakLak.key(['note:write']);
  expect(await send(hue, key)).toEqual(nobody);
  expect((await send(dakLak, key)).entered).toBe(true);
});

test('a key that was withdrawn or has run out is no key any more', async () => {
  for (const end of ['revoked_at', 'expires_at']) {
    const key = await hue.key(['note:write']);
    expect((await send(hue, key)).entered).toBe(true);
    await hue.database(({ pool }) => pool.query(`update core.api_keys set ${end} = now() - interval '1 minute'`));
    world.kernel.registry.bus.send({ topic: 'access', province: 'hue' });
    await expect.poll(() => send(hue, key)).toEqual(nobody);
  }
});

test('a session is no key: what is in the field of a key must be one', async () => {
  const cookie = await hue.signIn({ name: 'can-bo', roles: [] });
  expect((await send(hue, cookie.split('=')[1])).entered).toBe(false);
});

test('a wrong key leaves whoever came with a session as they were, and a right one takes their place for this request alone', async () => {
  await hue.role('writer', [{ permission: 'note:write' }]);
  const as = await hue.signIn({ name: 'nguoi-ghi', roles: ['writer'] });
  expect(await send(hue, 'ttk_madeupmadeup', as)).toMatchObject({ entered: false, kind: 'account', written: { by: 'account' } });
  expect(await send(hue, await hue.key([]), as)).toMatchObject({ entered: true, kind: 'key', may: false, written: 403 });
  expect(await send(hue, undefined, as)).toMatchObject({ entered: false, kind: 'account' });
});
