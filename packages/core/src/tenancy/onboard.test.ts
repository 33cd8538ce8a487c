import { afterAll, beforeAll, expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testTemplate, testWorld, type TestWorld } from '../kit/testing.ts';
import { onboard } from './onboard.ts';

let broken = true;
const lakes = barePlugin({
  id: 'lakes',
  onEnable: async () => {
    if (broken) throw new Error('the power went off');
  },
});

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [lakes], provinces: [] });
});
afterAll(() => world[Symbol.asyncDispose]());

test('a province whose onboarding was cut off before its modules answers to nobody, and is finished by the next run', async () => {
  const template = { ...testTemplate('hue'), modules: { lakes: { enabled: true, settings: {}, template: {} } } };
  await expect(onboard(world.kernel, template)).rejects.toMatchObject({ code: 'module-failed' });
  const { registry } = world.kernel;
  expect(registry.byId('hue')?.state).toBe('creating');
  expect((await world.province('hue').request('/api/core/communes')).status).toBe(503);

  broken = false;
  await onboard(world.kernel, template);
  expect(registry.byId('hue')?.state).toBe('active');
  expect(registry.byId('hue')?.modules.get('lakes')?.state).toBe('on');
  expect((await world.province('hue').request('/api/core/communes')).status).toBe(200);
});
