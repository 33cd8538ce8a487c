import { holds } from '../../access/ability.ts';
import type { Principal } from '../../identity/principal.ts';
import type { Kernel } from '../../kernel.ts';
import type { PortalFunction } from '../../plugin/plugin.ts';
import type { Province } from '../../tenancy/registry.ts';

/** What the modules that are on offer to this caller, in the order of the deployment. */
export function portalFunctions(kernel: Kernel, province: Province | undefined, principal: Principal | undefined): PortalFunction[] {
  if (province?.state !== 'active' || principal === undefined) return [];
  return kernel.plugins.all
    .flatMap((plugin) => kernel.moduleOn(province, plugin.id)?.functions ?? [])
    .filter(({ permission }) => permission === undefined || holds(principal.ability, permission));
}
