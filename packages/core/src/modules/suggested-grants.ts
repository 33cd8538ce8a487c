import { oneAfterAnother } from '../identity/handing-out.ts';
import { system } from '../identity/principal.ts';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { Grant } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';
import { coreContext } from '../core-module/core-context.ts';

export interface Suggestion {
  readonly role: string;
  readonly grants: readonly Grant[];
}

/**
 * What a module suggests for the roles of a province and they do not hold yet. A permission that a role holds, under
 * whatever condition, has been decided on by the province.
 */
export function openSuggestions(roles: readonly { readonly id: string; readonly grants: readonly Grant[] }[], { permissions }: Pick<Plugin, 'permissions'>): Suggestion[] {
  return roles
    .map(({ id, grants }) => ({
      role: id,
      grants: Object.entries(permissions)
        .filter(([permission, { suggestedRoles }]) => suggestedRoles.includes(id) && !grants.some((held) => held.permission === permission))
        .map(([permission, { suggestedWhen }]) => ({ permission, ...(suggestedWhen?.[id] && { when: { ...suggestedWhen[id] } }) })),
    }))
    .filter(({ grants }) => grants.length > 0);
}

export async function suggestionsFor(kernel: Kernel, province: Province, plugin: Plugin): Promise<Suggestion[]> {
  return kernel.pools.use(province, async ({ db }) => openSuggestions(await db.selectFrom('core.roles').select(['id', 'grants']).orderBy('id').execute(), plugin));
}

/** Follows them as an administrator would, and records it. Answers what was granted. */
export async function grantSuggested(kernel: Kernel, province: Province, plugin: Plugin): Promise<Suggestion[]> {
  const granted = await kernel.pools.use(province, async (database) => {
    await kernel.organisations.load(province, database);
    const ctx = coreContext(kernel, province, database, system);
    return ctx.change(async (trx) => {
      await oneAfterAnother(trx);
      const roles = await trx.selectFrom('core.roles').select(['id', 'grants', 'appoints', 'second_factor']).orderBy('id').execute();
      const suggestions = openSuggestions(roles, plugin);
      for (const { role, grants } of suggestions) {
        const { grants: held, appoints, second_factor: secondFactor } = roles.find(({ id }) => id === role)!;
        const all = [...held, ...grants];
        await trx.updateTable('core.roles').set({ grants: JSON.stringify(all) }).where('id', '=', role).execute();
        ctx.publish(trx, 'role.changed', { subject: role, data: { role, grants: all.map(({ permission }) => permission), appoints, secondFactor } });
      }
      return suggestions;
    });
  });
  kernel.registry.bus.send({ topic: 'access', province: province.id });
  return granted;
}
