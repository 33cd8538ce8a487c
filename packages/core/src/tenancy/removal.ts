import type { Kysely, Selectable, Transaction } from 'kysely';
import type { Kernel } from '../kernel.ts';
import { notFound, Problem } from '../plugin/problem.ts';
import { recordAct } from './acts.ts';
import { lockProvince } from './lock-province.ts';
import type { ProvinceState, RegistryTables } from './registry-tables.ts';
import type { Province } from './registry.ts';

/** How far the removal of a province has come. */
export type Removal = Pick<
  Selectable<RegistryTables['registry.removals']>,
  'id' | 'province' | 'reason' | 'wait_days' | 'without_export' | 'requested_by' | 'requested_at' | 'confirmed_by' | 'confirmed_at' | 'due_at' | 'finishing_at'
>;

export interface RemovalRequest {
  readonly by: string;
  readonly reason: string;
  /** Days between the confirmation and the removal, for whoever finds it a mistake. Default 7. */
  readonly waitDays?: number;
  /** Why nobody needs a bundle of the data, in words. Without it the removal waits for an export. */
  readonly withoutExport?: string | undefined;
}

export const usualWaitDays = 7;
const dayMs = 24 * 3_600_000;

export function removalOf({ registry }: Pick<Kernel, 'registry'>, province: string): Promise<Removal | undefined> {
  return openRemovals(registry.db).where('province', '=', province).executeTakeFirst();
}

/** The first of two persons. The province goes on serving. @throws Problem 409 where one is under way */
export async function requestRemoval({ registry, now }: Kernel, province: Province, request: RemovalRequest): Promise<void> {
  const { by, reason, waitDays = usualWaitDays, withoutExport } = request;
  await registry.db.transaction().execute(async (trx) => {
    const { numInsertedOrUpdatedRows } = await trx
      .insertInto('registry.removals')
      .values({ province: province.id, reason, wait_days: waitDays, without_export: withoutExport ?? null, requested_by: by, requested_at: now() })
      .onConflict((oc) => oc.column('province').where('withdrawn_at', 'is', null).where('finished_at', 'is', null).doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows !== 1n) {
      throw new Problem(409, 'removal-under-way', {
        vi: 'Đã có yêu cầu xóa tỉnh này.',
        en: 'The removal of this province has been requested already.',
      });
    }
    await recordAct(trx, { type: 'removal.requested', actor: by, province: province.id, data: { waitDays, withoutExport: withoutExport !== undefined } });
  });
}

/**
 * The second person. The province is closed at once, so that an export made from now on is complete, and the waiting
 * time begins.
 *
 * @throws Problem 403 for whoever requested it, and for an account that was let in since
 */
export async function confirmRemoval(kernel: Kernel, province: Province, by: string): Promise<void> {
  await change(kernel, province, 'suspended', async (trx, removal) => {
    if (removal.confirmed_at !== null) {
      throw new Problem(409, 'removal-confirmed', {
        vi: 'Yêu cầu xóa đã được xác nhận.',
        en: 'The removal has been confirmed already.',
      });
    }
    if (removal.requested_by === by) {
      throw new Problem(403, 'second-person-needed', {
        vi: 'Người yêu cầu không tự xác nhận được; cần một người vận hành khác.',
        en: 'Whoever requested a removal cannot confirm it; another operator is needed.',
      });
    }
    const member = await trx.selectFrom('registry.national_members').select('admitted_at').where('account', '=', by).executeTakeFirst();
    // An operator may invite operators, and let one in anew: that does not make two persons of one.
    if (member !== undefined && member.admitted_at > removal.requested_at) {
      throw new Problem(403, 'second-person-needed', {
        vi: 'Người xác nhận phải vào hệ thống từ trước khi có yêu cầu xóa.',
        en: 'Whoever confirms a removal must have been let in before it was requested.',
      });
    }
    const at = kernel.now();
    const due = new Date(at.getTime() + removal.wait_days * dayMs);
    await trx.updateTable('registry.removals').set({ confirmed_by: by, confirmed_at: at, due_at: due }).where('id', '=', removal.id).execute();
    await recordAct(trx, { type: 'removal.confirmed', actor: by, province: province.id, data: { due: due.toISOString() } });
  });
}

/** Any operator may stop it until its end has begun; a province that was closed by it serves again. */
export async function withdrawRemoval(kernel: Kernel, province: Province, by: string): Promise<void> {
  await change(kernel, province, 'active', async (trx, removal) => {
    await trx.updateTable('registry.removals').set({ withdrawn_by: by, withdrawn_at: kernel.now() }).where('id', '=', removal.id).execute();
    await recordAct(trx, { type: 'removal.withdrawn', actor: by, province: province.id });
    return removal.confirmed_at !== null;
  });
}

/** @throws Problem 409 while the province is closed for its removal: what it took now would be in no export */
export async function refuseWhileRemoved(db: Kysely<RegistryTables>, province: string): Promise<void> {
  if ((await openRemovals(db).where('province', '=', province).executeTakeFirst())?.confirmed_at) {
    throw new Problem(
      409,
      'removal-confirmed',
      { vi: 'Tỉnh đang chờ xóa.', en: 'The province is about to be removed.' },
      {
        detail: {
          vi: `Rút yêu cầu trước: tinhthong tenant remove ${province} --operator … --withdraw`,
          en: `Withdraw that first: tinhthong tenant remove ${province} --operator … --withdraw`,
        },
      },
    );
  }
}

/**
 * Before anything of the province is destroyed: that nothing is in the way of it, and from here on nobody can take it
 * back. Once more where a run that was killed is finished.
 *
 * @throws Problem 409 before the second person, before its time, and without an export of the closed province
 */
export async function beginFinishing({ registry, now }: Kernel, province: Province): Promise<Removal> {
  return registry.db.transaction().execute(async (trx) => {
    const removal = await openRemovals(trx).where('province', '=', province.id).forUpdate().executeTakeFirst();
    if (removal === undefined) throw nothingRequested();
    await refuseUnlessDue(trx, province, removal, now());
    await trx.updateTable('registry.removals').set({ finishing_at: removal.finishing_at ?? now() }).where('id', '=', removal.id).execute();
    return removal;
  });
}

async function refuseUnlessDue(trx: Transaction<RegistryTables>, province: Province, { confirmed_at, due_at, without_export }: Removal, now: Date): Promise<void> {
  if ((await lockProvince(trx, province)) !== 'suspended' && confirmed_at !== null) {
    throw new Problem(409, 'province-serves', {
      vi: 'Tỉnh đã được mở lại sau khi xác nhận xóa; hãy rút yêu cầu và làm lại từ đầu.',
      en: 'The province serves again since the removal was confirmed: withdraw it and begin again.',
    });
  }
  if (confirmed_at === null || due_at === null) {
    throw new Problem(409, 'second-person-needed', {
      vi: 'Yêu cầu xóa chưa được người thứ hai xác nhận.',
      en: 'A second person has not confirmed the removal yet.',
    });
  }
  if (now < due_at) {
    throw new Problem(409, 'removal-not-due', { vi: `Chưa đến hạn: ${due_at.toISOString()}.`, en: `It is not due before ${due_at.toISOString()}.` });
  }
  if (without_export === null && !(await exportedSince(trx, province, confirmed_at))) {
    throw new Problem(
      409,
      'export-missing',
      { vi: 'Chưa có bản xuất nào của tỉnh kể từ khi đóng.', en: 'The province has not been exported since it was closed.' },
      { detail: { vi: `tinhthong tenant export ${province.id} <nơi lưu>`, en: `tinhthong tenant export ${province.id} <target>` } },
    );
  }
}

async function exportedSince(trx: Transaction<RegistryTables>, { id }: Province, since: Date): Promise<boolean> {
  const row = await trx
    .selectFrom('registry.bundles')
    .select('id')
    .where('province', '=', id)
    .where('kind', '=', 'export')
    .where('made_at', '>=', since)
    .executeTakeFirst();
  return row !== undefined;
}

async function found(kernel: Kernel, province: Province): Promise<Removal> {
  const removal = await removalOf(kernel, province.id);
  if (removal === undefined) throw nothingRequested();
  return removal;
}

const openRemovals = (db: Kysely<RegistryTables>) =>
  db.selectFrom('registry.removals').selectAll().where('withdrawn_at', 'is', null).where('finished_at', 'is', null);

export const nothingRequested = () => notFound({ vi: 'yêu cầu xóa nào của tỉnh này', en: 'A request to remove this province' });

/** One step of the removal, and the state that the province gets with it unless `work` answers false. */
async function change(
  kernel: Kernel,
  province: Province,
  state: ProvinceState,
  work: (trx: Transaction<RegistryTables>, removal: Removal) => Promise<boolean | void>,
): Promise<void> {
  const { id } = await found(kernel, province);
  await kernel.registry.db.transaction().execute(async (trx) => {
    // Two who press at once come one after the other, and the second sees what the first did.
    const removal = await openRemovals(trx).where('id', '=', id).forUpdate().executeTakeFirst();
    if (removal === undefined) throw nothingRequested();
    if (removal.finishing_at !== null) {
      throw new Problem(409, 'removal-begun', { vi: 'Việc xóa đã bắt đầu, không rút lại được nữa.', en: 'The removal has begun and cannot be taken back any more.' });
    }
    if ((await work(trx, removal)) !== false) await trx.updateTable('registry.provinces').set({ state }).where('id', '=', province.id).execute();
  });
  await kernel.registry.changed(province.id);
}
