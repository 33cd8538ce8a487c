import { randomBytes } from 'node:crypto';
import { crashAt } from '../crash-at.ts';
import { nameOfKey, seal } from './envelope.ts';
import type { Kernel } from '../kernel.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { Province } from '../tenancy/registry.ts';
import { provinceColumns, sealAnew } from './sealed-columns.ts';

/**
 * Gives a province a new data key and seals its secrets anew with it. The old ones stay for what is still sealed with
 * them: backups, and what another node writes in the second before it hears of the new key. A run that was killed is
 * finished by the next, which then makes no further key.
 *
 * The first key is not replaced: follow-up codes in citizens' hands and links are derived from it.
 */
export async function rotateDataKey(kernel: Kernel, province: Province, actor: string): Promise<{ readonly version: number; readonly values: number }> {
  const unfinished = await sealRest(kernel, province);
  if (unfinished > 0) return { version: province.dataKeys.length, values: unfinished };
  const version = province.dataKeys.length + 1;
  await addKey(kernel, province, version, actor);
  crashAt('rotate-province-added');
  return { version, values: await sealRest(kernel, kernel.registry.byId(province.id)!) };
}

async function addKey({ registry }: Kernel, { id }: Province, version: number, actor: string): Promise<void> {
  const key = randomBytes(32);
  await registry.db.transaction().execute(async (trx) => {
    await trx
      .insertInto('registry.data_keys')
      .values({ province: id, version, key: seal(registry.masterKey, `registry|data_keys|key|${id}|${version}`, key) })
      .execute();
    await recordAct(trx, { type: 'data-key.replaced', actor, province: id, data: { version, key: nameOfKey(key) } });
  });
  await registry.changed(id);
}

/** Nothing is left to do for a province that still has its first key alone. */
async function sealRest({ pools }: Kernel, province: Province): Promise<number> {
  const { id, dataKeys } = province;
  if (dataKeys.length === 1) return 0;
  return pools.use(province, ({ db }) => sealAnew(db, { keys: dataKeys, columns: provinceColumns(id) }, dataKeys[0]!, () => crashAt('rotate-province-half')));
}
