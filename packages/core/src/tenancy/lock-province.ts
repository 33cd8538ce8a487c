import type { Transaction } from 'kysely';
import { Problem } from '../plugin/problem.ts';
import type { ProvinceState, RegistryTables } from './registry-tables.ts';
import type { Province } from './registry.ts';

/**
 * The state of a province, which nobody changes until the transaction ends: what a long work begins with may be another
 * by the time it is done.
 *
 * @throws Problem 409 where the province has got another database since it was read
 */
export async function lockProvince(trx: Transaction<RegistryTables>, { id, database }: Pick<Province, 'id' | 'database'>): Promise<ProvinceState> {
  const row = await trx.selectFrom('registry.provinces').select(['state', 'database']).where('id', '=', id).forUpdate().executeTakeFirst();
  if (row?.database !== database) {
    throw new Problem(409, 'province-changed', {
      vi: `Tỉnh "${id}" vừa được chuyển hoặc thay thế; hãy làm lại.`,
      en: `The province "${id}" has just been moved or replaced; please try again.`,
    });
  }
  return row.state;
}
