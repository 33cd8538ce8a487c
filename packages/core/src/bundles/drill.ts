import { auditChain, withEventChain } from '../audit/audit-chains.ts';
import type { OpenKernel } from '../create-kernel.ts';
import { Problem } from '../plugin/problem.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { Province } from '../tenancy/registry.ts';
import { newestBackup } from './backup.ts';
import { openBundle } from './bundle-reader.ts';
import { deploymentKeys } from './deployment-keys.ts';
import { buildProvince } from './restore-province.ts';

export interface DrillReport {
  readonly bundle: string;
  readonly madeAt: string;
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
  /** Events whose chain was followed, and anchors that it met. */
  readonly events: number;
  readonly anchors: number;
  readonly seconds: number;
}

/**
 * Restores the newest backup of a province next to it, where nobody can reach it, compares every row and file with
 * what was backed up, follows the sealed log, and takes it down again. When that last went well is kept.
 */
export async function drill(kernel: OpenKernel, folder: string, province: Province, actor: string): Promise<DrillReport> {
  const started = performance.now();
  const path = await newestBackup(folder, province.id);
  if (path === undefined) {
    throw new Problem(404, 'no-bundle', {
      vi: `Không có bản sao lưu nào của "${province.id}" trong ${folder}.`,
      en: `There is no backup of "${province.id}" in ${folder}.`,
    });
  }
  const bundle = await openBundle(path, deploymentKeys(kernel));
  const trial = { bundle, as: `${province.id.slice(0, 24)}-drill`, hosts: [], server: province.server };
  return buildProvince(kernel, trial, async (made) => {
    const { rows: events, anchors } = await followLog(kernel, province, made);
    const { id, madeAt, tables, files } = bundle.manifest;
    const rows = tables.reduce((sum, table) => sum + table.rows, 0);
    await kernel.registry.db.transaction().execute(async (trx) => {
      await trx.updateTable('registry.bundles').set({ drilled_at: kernel.now() }).where('id', '=', id).execute();
      await recordAct(trx, { type: 'backup.drilled', actor, province: province.id, data: { bundle: id } });
    });
    const seconds = (performance.now() - started) / 1_000;
    return { bundle: path, madeAt, tables: tables.length, rows, files: files.stored, events, anchors, seconds };
  });
}

/** The trial's log is the province's: it must meet the province's anchors, as far as it reaches. */
async function followLog(kernel: OpenKernel, province: Province, trial: Province) {
  const own = await withEventChain(kernel, province, async ({ name }) => name);
  const kept = await kernel.registry.db.selectFrom('registry.anchors').selectAll().where('chain', '=', own).execute();
  return withEventChain(kernel, trial, async (chain) => {
    const { position: newest } = await chain.head();
    const anchors = kept
      .filter(({ position }) => position <= newest)
      .map(({ position, link, at }) => ({ chain: chain.name, position, link: link.toString('hex'), at: at.toISOString() }));
    const verdict = await auditChain(kernel, chain, anchors);
    if (verdict.fault !== null) {
      throw new Problem(422, 'log-broken', {
        vi: `Nhật ký trong bản sao lưu: ${verdict.fault.reason.vi}`,
        en: `The log in the backup: ${verdict.fault.reason.en ?? verdict.fault.reason.vi}`,
      });
    }
    return verdict;
  });
}
