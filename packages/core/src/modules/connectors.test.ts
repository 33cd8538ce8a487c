import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { definePlugin } from '../plugin/plugin.ts';
import { switchModule } from './switch-module.ts';

const heard: string[] = [];
const listener = definePlugin()({
  id: 'listener',
  version: '1.0.0',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Thử lắng nghe' },
  summary: { vi: 'Kết nối lâu dài' },
  migrations: {},
  permissions: {},
  settings: z.strictObject({}),
  events: { publishes: {}, consumes: {} },
  jobs: {},
  connectors: {
    feed: async (ctx, signal) => {
      heard.push(`start ${ctx.tenant.id}`);
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      heard.push(`stop ${ctx.tenant.id}`);
    },
  },
  metrics: {},
  subjects: {},
  personalData: { none: 'keeps nothing' },
  outbound: [],
  routes: [],
});

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [listener] });
});
afterAll(() => world[Symbol.asyncDispose]());

test('a connector runs in each province while its module is on, and is aborted with it', async () => {
  await expect.poll(() => [...heard].sort()).toEqual(['start dak-lak', 'start hue']);
  const hue = () => world.kernel.registry.byId('hue')!;
  await switchModule(world.kernel, hue(), listener, 'off');
  await expect.poll(() => heard).toContain('stop hue');
  expect(heard).not.toContain('stop dak-lak');
  await switchModule(world.kernel, hue(), listener, 'on');
  await expect.poll(() => heard.filter((line) => line === 'start hue').length).toBe(2);
  // Refreshing the registry again must not start a second one.
  await world.kernel.registry.changed('hue');
  await pause(100);
  expect(heard.filter((line) => line === 'start hue')).toHaveLength(2);
});
