import type { Kysely } from 'kysely';
import { open, seal } from './envelope.ts';
import type { Secrets } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';
import type { ProvinceDatabase } from '../tenancy/province-pools.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

/** The secrets of one module in one province; nobody reads another's. */
export function moduleSecrets(province: Province, plugin: Plugin, { db }: ProvinceDatabase): Secrets {
  const declared = (name: string) => {
    if (!Object.hasOwn(plugin.secrets ?? {}, name)) throw new Error(`${plugin.id}: the secret "${name}" is not declared`);
  };
  return {
    async get(name) {
      declared(name);
      const row = await db.selectFrom('core.secrets').select('value').where('plugin', '=', plugin.id).where('name', '=', name).executeTakeFirst();
      return row && open(province.dataKeys, placeOf(province, plugin, name), row.value).toString();
    },
    async set(trx, name, value) {
      declared(name);
      await keepSecret(trx as never, province, plugin, name, value);
    },
  };
}

export async function keepSecret(db: Kysely<ProvinceTables>, province: Province, plugin: Pick<Plugin, 'id'>, name: string, text: string): Promise<void> {
  const value = seal(province.dataKeys, placeOf(province, plugin, name), Buffer.from(text));
  const changed_at = new Date();
  await db
    .insertInto('core.secrets')
    .values({ plugin: plugin.id, name, value, changed_at })
    .onConflict((oc) => oc.columns(['plugin', 'name']).doUpdateSet({ value, changed_at }))
    .execute();
}

export const placeOf = ({ id }: Province, plugin: Pick<Plugin, 'id'>, name: string) => `${id}|core.secrets|value|${plugin.id}|${name}`;
