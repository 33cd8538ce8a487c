import type { OpenKernel } from '../create-kernel.ts';
import { crashAt } from '../crash-at.ts';
import { recordAct } from './acts.ts';
import { alone } from './alone.ts';
import { closeDatabase, dropDatabase } from './province-database.ts';
import type { Province } from './registry.ts';
import { beginFinishing } from './removal.ts';

const ofTheProvince = [
  'registry.modules',
  'registry.data_keys',
  'registry.quotas',
  'registry.moves',
  'registry.migration_runs',
  'registry.request_minutes',
] as const;

/**
 * Removes a province for good: sessions, database, roles, files, and last its keys. Each step may find its work done
 * already, so a run that was killed is finished by running it again.
 *
 * With the keys goes what was sealed by them alone: backups of the province, wherever they lie. What stays readable:
 * exports, by their passphrase; backups of the control database made before, by the master key, and with them the
 * backups of the province. They go as their keeping time ends.
 */
export function finishRemoval(kernel: OpenKernel, province: Province, by: string): Promise<void> {
  return alone(kernel.registry, `remove ${province.id}`, () => removeForGood(kernel, province, by));
}

async function removeForGood(kernel: OpenKernel, province: Province, by: string): Promise<void> {
  const { registry } = kernel;
  const removal = await beginFinishing(kernel, province);
  await kernel.pools.leave(province);
  // A province that was moved and not tidied up has a second home.
  const homes = [province, ...(await leftBehind(kernel, province))];
  for (const home of homes) await closeDatabase(registry, home).catch(ignoreGone);
  crashAt('removal-closed');
  for (const home of homes) await dropDatabase(registry, home);
  crashAt('removal-dropped');
  await kernel.files.removeAll(province.id);
  crashAt('removal-files');
  await registry.db.transaction().execute(async (trx) => {
    for (const table of ofTheProvince) {
      await trx.deleteFrom(table).where('province', '=', province.id).execute();
    }
    await trx
      .updateTable('registry.provinces')
      .set({ state: 'removed', hosts: [], data_key: null, login_password: null })
      .where('id', '=', province.id)
      .execute();
    await trx.updateTable('registry.removals').set({ finished_by: by, finished_at: kernel.now() }).where('id', '=', removal.id).execute();
    const data = { requestedBy: removal.requested_by, confirmedBy: removal.confirmed_by };
    await recordAct(trx, { type: 'province.removed', actor: by, province: province.id, data });
  });
  crashAt('removal-keys');
  await registry.changed(province.id);
  // What nodes remember of its people and its answers.
  registry.bus.send({ topic: 'access', province: province.id });
}

async function leftBehind({ registry }: OpenKernel, { id }: Province) {
  const moves = await registry.db.selectFrom('registry.moves').selectAll().where('province', '=', id).execute();
  return moves.map(({ server, database, owner_role, login_role }) => ({ id, server, database, ownerRole: owner_role, loginRole: login_role }));
}

/** Database or role went with an earlier run. */
function ignoreGone(error: { code?: string }): void {
  if (error.code !== '3D000' && error.code !== '42704') throw error;
}
