import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { crashAt } from '../../crash-at.ts';
import type { OpenKernel } from '../../create-kernel.ts';
import { Problem } from '../../plugin/problem.ts';
import { recordAct } from '../acts.ts';
import { lockProvince } from '../lock-province.ts';
import { closeDatabase, dropDatabase, type Home } from '../province-database.ts';
import type { MoveStep } from '../registry-tables.ts';
import type { Province } from '../registry.ts';
import { hasRoom, requireServer } from '../servers.ts';
import { forgetChanges } from './follow-changes.ts';

// A node that reads in the old place when it hears of the new one has so long to end.
const readersMs = 1_000;

/** The move of a province that is under way or not finished, as the registry has it. */
export function recordedMove({ registry }: OpenKernel, { id }: Province) {
  return registry.db.selectFrom('registry.moves').selectAll().where('province', '=', id).executeTakeFirst();
}

/** Notes the move, and the names that the copy will have. */
export async function beginMove({ registry }: OpenKernel, province: Province, to: string): Promise<Home> {
  const server = requireServer(registry, to);
  if (province.server === to) throw new Problem(409, 'already-there', { vi: `"${province.id}" đã ở máy chủ "${to}".`, en: `"${province.id}" lives on "${to}" already.` });
  if (!hasRoom(registry, server)) throw new Problem(409, 'no-room', { vi: `Máy chủ "${to}" không nhận thêm tỉnh.`, en: `The server "${to}" takes no more provinces.` });
  // Names of its own: the other server may be this one by another address, or hold what an earlier move has left.
  const database = `${province.database.replace(/_[0-9a-f]{6}$/, '')}_${randomBytes(3).toString('hex')}`;
  const home = { id: province.id, server: to, database, ownerRole: `${database}_owner`, loginRole: `${database}_login` };
  await registry.db.transaction().execute(async (trx) => {
    await lockProvince(trx, province);
    await trx
      .insertInto('registry.moves')
      .values({ province: province.id, step: 'copying', server: to, database, owner_role: home.ownerRole, login_role: home.loginRole })
      .execute();
  });
  await registry.changed(province.id);
  return home;
}

export async function setStep({ registry }: OpenKernel, province: Province, step: MoveStep): Promise<void> {
  await registry.db.updateTable('registry.moves').set({ step, changed_at: new Date() }).where('province', '=', province.id).execute();
  await registry.changed(province.id);
}

/** From here on the province lives in its new place; what it leaves is noted in the old one's stead. */
export async function switchPlacement(kernel: OpenKernel, province: Province, home: Home, actor: string): Promise<void> {
  const { db } = kernel.registry;
  await db.transaction().execute(async (trx) => {
    await trx
      .updateTable('registry.provinces')
      .set({ server: home.server, database: home.database, owner_role: home.ownerRole, login_role: home.loginRole })
      .where('id', '=', province.id)
      .execute();
    await trx
      .updateTable('registry.moves')
      .set({ step: 'switched', server: province.server, database: province.database, owner_role: province.ownerRole, login_role: province.loginRole, changed_at: new Date() })
      .where('province', '=', province.id)
      .execute();
    await recordAct(trx, { type: 'province.moved', actor, province: province.id, data: { from: province.server, to: home.server } });
  });
}

/** Every node is told of the new place; then the old one ends what still reads there. */
export async function leave(kernel: OpenKernel, province: Province, old: Home): Promise<void> {
  await kernel.registry.changed(province.id);
  crashAt('move-told');
  await sleep(readersMs);
  await closeDatabase(kernel.registry, old);
}

/** Takes back what was done, if the registry does not name the new place yet; asked of it again, in case an answer was lost. */
export async function undo(kernel: OpenKernel, province: Province, home: Home, source: pg.Client): Promise<void> {
  const { registry } = kernel;
  const { numUpdatedRows } = await registry.db
    .updateTable('registry.moves')
    .set({ step: 'copying' })
    .where('province', '=', province.id)
    .where('step', '!=', 'switched')
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return;
  await forgetChanges(source);
  await dropDatabase(registry, home);
  await registry.db.deleteFrom('registry.moves').where('province', '=', province.id).execute();
  await registry.changed(province.id);
}

export function homeOf(id: string, row: { server: string; database: string; owner_role: string; login_role: string }): Home {
  return { id, server: row.server, database: row.database, ownerRole: row.owner_role, loginRole: row.login_role };
}

export function finishFirst({ id }: Province): Problem {
  return new Problem(409, 'move-not-finished', {
    vi: `"${id}" đã ở nơi mới; bản cũ còn giữ. Chạy "tenant move ${id} --finish" trước.`,
    en: `"${id}" lives in its new place and the old one is kept. Run "tenant move ${id} --finish" first.`,
  });
}

export function noMove({ id }: Province): Problem {
  return new Problem(409, 'no-move', { vi: `"${id}" không có lần di chuyển nào đang chờ.`, en: `No move of "${id}" is waiting.` });
}
