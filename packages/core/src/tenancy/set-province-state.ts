import type { OpenKernel } from '../create-kernel.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from './acts.ts';
import { lockProvince } from './lock-province.ts';
import type { Province } from './registry.ts';
import { refuseWhileRemoved } from './removal.ts';

const acts = { active: 'province.resumed', suspended: 'province.suspended' } as const;

/**
 * Suspends a province, or opens it again.
 *
 * @throws Problem 409 for one that is still being made or has been removed, and while it is closed for its removal
 */
export async function setProvinceState({ registry }: OpenKernel, province: Province, state: keyof typeof acts, actor: string): Promise<void> {
  const { id } = province;
  await registry.db.transaction().execute(async (trx) => {
    const present = await lockProvince(trx, province);
    if (present === state) return;
    if (!(present in acts)) throw new Problem(409, 'province-not-whole', { vi: `Tỉnh "${id}" chưa dựng xong hoặc đã xóa.`, en: `The province "${id}" is still being made, or has been removed.` });
    if (state === 'active') await refuseWhileRemoved(trx, id);
    await trx.updateTable('registry.provinces').set({ state }).where('id', '=', id).execute();
    await recordAct(trx, { type: acts[state], actor, province: id });
  });
  await registry.changed(id);
}
