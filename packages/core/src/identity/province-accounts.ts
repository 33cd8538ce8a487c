import { keyFor } from '../secrets/envelope.ts';
import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { coreContext } from '../core-module/core-context.ts';
import type { Actor } from '../plugin/context.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { Province } from '../tenancy/registry.ts';
import type { AccountSite } from './account-site.ts';
import { identityOf } from './identity-tables.ts';
import { anonymous } from './principal.ts';

export interface ProvinceAccounts extends AccountSite {
  readonly kernel: Kernel;
  readonly province: Province;
  /** The core's own context, for what is more than an account: tasks, members, policy. */
  context(actor: Actor): CoreContext;
  /** To be called after a change through `context`: what is remembered about access is read again everywhere. */
  accessChanged(): void;
}

/** The accounts of one province: acts are events of its own log. */
export function provinceAccounts(kernel: Kernel, province: Province, database: ProvinceDatabase): ProvinceAccounts {
  const context = (actor: Actor) => coreContext(kernel, province, database, { ...anonymous, actor });
  const accessChanged = () => kernel.registry.bus.send({ topic: 'access', province: province.id });
  return {
    kernel,
    province,
    name: province.id,
    title: province.tenant.name,
    auth: () => kernel.principals.auth(province, database),
    db: identityOf(database.db),
    key: keyFor(province.dataKey, 'identity'),
    sealing: province.dataKeys,
    now: kernel.now,
    rateLimits: kernel.rateLimits,
    principal: (headers) => kernel.principals.of(province, database, headers),
    context,
    accessChanged,
    async change(actor, work) {
      const ctx = context(actor);
      const result = await ctx.change((trx) => work(identityOf(trx), (type, subject, data) => ctx.publish(trx, type, { subject, data: data as never })));
      accessChanged();
      return result;
    },
  };
}
