import { fileURLToPath } from 'node:url';
import { ok, type Plugin, routeOf } from '@tinhthong/core';
import { loadTemplate } from '@tinhthong/core/template';
import { testWorld, type TestWorld, type TestWorldOptions } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { barePlugin } from '@tinhthong/core/testing';
import { startTestProvider } from '../../packages/core/src/kit/test-provider.ts';
import { providerClient } from './people.ts';
import { makeTwin, type Twin } from './twin.ts';

/** Huế and Đắk Lắk side by side, from their real templates and with the real field reports. */
export async function twoProvinces({ more = [], ...options }: Partial<TestWorldOptions> & { more?: readonly Plugin[] } = {}): Promise<TestWorld> {
  const provinces = await Promise.all(['hue', 'dak-lak'].map((name) => loadTemplate(templateFolder(name))));
  return testWorld({ plugins: [fieldReports, ...more], provinces, portal: new URL('../../templates/portal/texts/', import.meta.url), ...options });
}

export interface TwinWorld extends AsyncDisposable {
  readonly world: TestWorld;
  readonly hue: Twin;
  readonly dakLak: Twin;
  /** What the system takes for now. It stands still, so that nothing changes but by what a test does. */
  readonly clock: { now: Date };
}

/** Both provinces, each full of its own data; the module `only-in-hue` is on in Huế alone. */
export async function twinWorld(options: Partial<TestWorldOptions> = {}): Promise<TwinWorld> {
  const clock = { now: new Date() };
  const provider = await startTestProvider(providerClient);
  const world = await twoProvinces({ more: [onlyInHue], now: () => clock.now, outbound: { allow: ['localhost'] }, ...options });
  const [hue, dakLak] = await Promise.all([makeTwin(world, 'hue', provider), makeTwin(world, 'dak-lak', provider)]);
  await dakLak.site.request('/api/core/modules/only-in-hue/disable', { method: 'POST', as: dakLak.staff });
  await world.settled();
  return {
    world, hue, dakLak, clock,
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await provider[Symbol.asyncDispose]();
    },
  };
}

const onlyInHue = barePlugin({
  id: 'only-in-hue',
  layers: {
    rivers: { title: { vi: 'Sông' }, geometry: 'line', access: 'public', features: async () => JSON.stringify({ type: 'FeatureCollection', features: [] }) },
  },
  secrets: { token: { title: { vi: 'Mã truy cập' } } },
  routes: [
    routeOf()({
      method: 'get',
      path: '/things',
      access: 'public',
      summary: { vi: 'Chỉ có ở Huế' },
      answers: { 200: { description: 'Có' } },
      handle: async () => ok({ items: [] }),
    }),
  ],
});

function templateFolder(name: string): string {
  return fileURLToPath(new URL('.', import.meta.resolve(`@tinhthong/templates/provinces/${name}/province.json`)));
}
