import type { Kernel } from '../kernel.ts';
import type { Tenant } from '../plugin/context.ts';
import type { Province } from '../tenancy/registry.ts';

/** The province of a core route or job, with what its context keeps from modules: keys, modules, state. */
export function provinceOf(kernel: Kernel, ctx: { readonly tenant: Tenant }): Province {
  return kernel.registry.byId(ctx.tenant.id)!;
}
