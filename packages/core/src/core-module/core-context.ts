import type { Principal } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import type { CoreContext } from './routes/core-route.ts';
import { createContext } from '../modules/create-context.ts';

/** The core's context, for what it does in a province outside its routes and jobs. */
export function coreContext(kernel: Kernel, province: Province, database: ProvinceDatabase, principal: Principal): CoreContext {
  return createContext({ kernel, province, plugin: kernel.coreModule, database, principal }) as unknown as CoreContext;
}
