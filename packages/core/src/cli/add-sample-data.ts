import type { OpenKernel } from '../create-kernel.ts';
import { system } from '../identity/principal.ts';
import { createContext } from '../modules/create-context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Province } from '../tenancy/registry.ts';

/** The modules' own samples, in a province that is there to be looked at. */
export async function addSampleData(kernel: OpenKernel, province: Province, plugins: readonly Plugin[]): Promise<void> {
  await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    for (const plugin of plugins) await plugin.demo?.(createContext({ kernel, province, plugin, database, principal: system }));
  });
}
