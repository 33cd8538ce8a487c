import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type TestWorld } from '../kit/testing.ts';

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  await world.province('hue').database(({ db }) =>
    db
      .insertInto('core.roles')
      .values([
        { id: 'keeper', title: '{"vi":"Giữ khóa"}', grants: JSON.stringify([{ permission: 'key:manage' }, { permission: 'report:read' }, { permission: 'report:handle', when: { agency: { $ne: 'ioc' } } }]) },
      ])
      .execute(),
  );
});
afterAll(() => world[Symbol.asyncDispose]());

test('nobody hands out in an API key what they hold only under a condition, or not at all', async () => {
  const hue = world.province('hue');
  const as = await hue.signIn({ name: 'giu-khoa', roles: ['keeper'], agency: 'so-xay-dung' });
  const make = async (scope: string) => (await hue.request('/api/core/keys', { as, json: { name: 'thử', scopes: [scope] } })).status;
  expect(await make('report:read')).toBe(201);
  expect(await make('report:handle')).toBe(403);
  expect(await make('report:close')).toBe(403);
});
