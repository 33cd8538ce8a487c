import type { Plugin } from '../../../plugin/plugin.ts';
import { ok, routeOf } from '../../../plugin/route.ts';
import type { ProvinceTemplate } from '../../../tenancy/template.ts';
import { barePlugin } from '../../bare-plugin.ts';
import { testNetwork } from '../../test-network.ts';
import { testTemplate } from '../../test-template.ts';
import { type TestWorld, testWorld } from '../../test-world.ts';
import type { Caller } from './caller.ts';
import { type Journal, observed } from './observed.ts';
import { makeSide, type Side } from './side.ts';

/** The plugin at work: on in two provinces side by side, beside a neighbour, with everything it does written down. */
export interface Life {
  readonly world: TestWorld;
  readonly plugin: Plugin;
  readonly journal: Journal;
  readonly hue: LivedSide;
  readonly dakLak: LivedSide;
}

export type LivedSide = Side & { readonly caller: Caller };

export interface LifeOptions {
  /** Other plugins that this one needs. */
  readonly needs: readonly Plugin[];
  readonly provinces?: readonly [ProvinceTemplate, ProvinceTemplate] | undefined;
  readonly adminUrl?: string | undefined;
}

export const neighbour = barePlugin({
  id: 'kit-neighbour',
  routes: [
    routeOf()({ method: 'get', path: '/greeting', access: 'public', summary: { vi: 'Lời chào' }, answers: { 200: { description: 'Lời chào' } }, handle: async () => ok({ greeting: 'Xin chào' }) }),
  ],
});

/** Nothing outside this machine is reached: a check must not depend on somebody else's server. */
export async function beginLife(plugin: Plugin, { needs, provinces, adminUrl }: LifeOptions): Promise<Life> {
  const journal: Journal = { statements: new Map(), told: [] };
  const world = await testWorld({ plugins: [...needs, observed(plugin, journal), neighbour], network: testNetwork({}), ...(provinces && { provinces }), ...(adminUrl !== undefined && { adminUrl }) });
  try {
    const [hue, dakLak] = await Promise.all((provinces ?? [testTemplate('hue'), testTemplate('dak-lak')]).map(({ id }) => makeSide(world, id, plugin)));
    return { world, plugin, journal, hue: { ...hue!, caller: hue!.newCaller(hue!.staff) }, dakLak: { ...dakLak!, caller: dakLak!.newCaller(dakLak!.staff) } };
  } catch (error) {
    await world[Symbol.asyncDispose]();
    throw error;
  }
}

/** Puts into both provinces what the routes make, and into one of them the plugin's sample data. */
export async function fill({ world, plugin, hue, dakLak }: Life): Promise<void> {
  await hue.site.inside(plugin.id, async (ctx) => world.kernel.plugins.get(plugin.id)!.demo?.(ctx));
  for (const { caller } of [hue, dakLak]) await caller.walk();
  await world.settled();
}
