import { expect, test } from 'vitest';
import { testTemplate, testWorld } from '../kit/testing.ts';
import { onboard } from './onboard.ts';

test('a province cannot take the host of another, which goes on serving there', async () => {
  await using world = await testWorld({ plugins: [], provinces: [testTemplate('hue')] });
  const greedy = onboard(world.kernel, testTemplate('dak-lak'), { hosts: ['dak-lak.localhost', 'hue.localhost'] });
  await expect(greedy).rejects.toMatchObject({ status: 409, code: 'host-taken' });
  expect(world.kernel.registry.byId('dak-lak')).toBeUndefined();
  expect(await (await world.province('hue').request('/api/core/communes')).text()).toContain('Thuận Hóa');
});

test('a province cannot take the host of the ministry’s or the platform’s own site', async () => {
  await using world = await testWorld({ plugins: [], provinces: [] });
  const hosts: readonly string[] = Object.values(world.kernel.siteHosts);
  for (const host of hosts) {
    await expect(onboard(world.kernel, testTemplate('hue'), { hosts: [host] })).rejects.toMatchObject({ status: 409, code: 'host-taken' });
  }
});
