import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../../kit/bare-plugin.ts';
import { testWorld, type TestProvince, type TestWorld } from '../../kit/testing.ts';

const parks = barePlugin({ id: 'parks', settings: z.strictObject({ opens: z.int().default(5), note: z.string().default('') }) });
const gone = barePlugin({ id: 'lakes' });
const broken = { id: 'water', reason: 'Không nạp được / cannot be imported: no licence' };

let world: TestWorld;
let hue: TestProvince;
let admin: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [parks, broken] });
  hue = world.province('hue');
  await hue.role('admin', [{ permission: 'module:manage' }, { permission: 'audit:read' }]);
  admin = await hue.signIn({ name: 'quan-tri', roles: ['admin'] });
  // On since a time when this deployment had them.
  for (const plugin of ['water', gone.id]) {
    await world.kernel.registry.db.insertInto('registry.modules').values({ province: 'hue', plugin, version: '1.0.0', state: 'on', reason: null, settings: '{}', migrated_to: null }).execute();
  }
  await world.kernel.registry.changed('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

const send = async (method: string, path: string, json?: unknown) => {
  const answer = await hue.request(`/api/core/modules${path}`, { method, as: admin, ...(json !== undefined && { json }) });
  return { status: answer.status, ...((await answer.json()) as Record<string, unknown>) };
};

test('a module that cannot run here is listed with its reason, whether its plugin is broken or gone', async () => {
  const { items } = (await send('GET', '')) as unknown as { items: { id: string; state: string; reason: string | null }[] };
  expect(items.map(({ id, state, reason }) => [id, state, reason])).toEqual([
    ['parks', 'on', null],
    ['water', 'unavailable', broken.reason],
    ['lakes', 'unavailable', 'Nơi này không còn phân hệ đó / this deployment no longer has it'],
  ]);
});

test('one that cannot run here is not switched on, with the reason, but off', async () => {
  expect(await send('POST', '/water/enable')).toMatchObject({ status: 409, code: 'module-unavailable', detail: broken.reason });
  expect(await send('PUT', '/water/settings', {})).toMatchObject({ status: 409 });
  expect(await send('POST', '/water/disable')).toMatchObject({ status: 200, state: 'unavailable' });
  expect(hue.now().modules.get('water')?.state).toBe('off');
  expect(await send('POST', '/lakes/disable')).toMatchObject({ status: 200 });
  expect(await send('POST', '/nowhere/disable')).toMatchObject({ status: 404 });
});

test('switching and setting up a module is in the log of the province, with who did it and which settings, not their values', async () => {
  await send('POST', '/parks/disable');
  await send('POST', '/parks/enable');
  await send('PUT', '/parks/settings', { opens: 6, note: 'Gọi anh An 0905123456' });
  const events = await hue.database(({ db }) => db.selectFrom('core.events').select(['type', 'actor_kind', 'data']).where('subject', '=', 'parks').where('actor_kind', '=', 'account').orderBy('id').execute());
  expect(events).toEqual([
    { type: 'module.switched', actor_kind: 'account', data: { module: 'parks', version: '1.0.0', state: 'off' } },
    { type: 'module.switched', actor_kind: 'account', data: { module: 'parks', version: '1.0.0', state: 'on' } },
    { type: 'module.configured', actor_kind: 'account', data: { module: 'parks', changed: ['opens', 'note'] } },
  ]);
});
