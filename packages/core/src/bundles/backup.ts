import { readdir, rm, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { OpenKernel } from '../create-kernel.ts';
import { alone } from '../tenancy/alone.ts';
import type { Province } from '../tenancy/registry.ts';
import { manifestPart } from './bundle-format.ts';
import { exportControl } from './control-bundle.ts';
import { exportProvince } from './export-province.ts';
import type { MadeBundle } from './made-bundles.ts';

export interface BackupOutcome {
  /** Null for the control database. */
  readonly province: string | null;
  readonly target: string;
  readonly made: MadeBundle | null;
  readonly error: string | null;
}

export interface BackupOptions {
  readonly provinces: readonly Province[];
  readonly keep?: number;
  readonly actor: string;
}

/** No province's id: those have no underscore. */
const controlFolder = '_control';

/**
 * A sealed bundle of each province, and last of the control database, which holds the keys to them. One that fails
 * does not stop the others. `keep`: how many of each are left in the folder.
 *
 * @throws Problem 409 while another backup writes to the folder
 */
export function backUp(kernel: OpenKernel, folder: string, options: BackupOptions): Promise<BackupOutcome[]> {
  return alone(kernel.registry, `backup ${resolve(folder)}`, () => backUpInto(kernel, folder, options));
}

async function backUpInto(kernel: OpenKernel, folder: string, { provinces, keep, actor }: BackupOptions): Promise<BackupOutcome[]> {
  const stamp = kernel.now().toISOString().replace(/\.\d+Z$/, 'Z').replaceAll(':', '-');
  const outcomes: BackupOutcome[] = [];
  const attempt = async (province: string | null, make: (target: string) => Promise<MadeBundle>) => {
    const place = join(folder, province ?? controlFolder);
    const target = join(place, stamp);
    try {
      await removeBroken(place);
      const made = await make(target);
      for (const old of keep === undefined ? [] : (await bundlesIn(place)).slice(keep)) await rm(old, { recursive: true });
      outcomes.push({ province, target, made, error: null });
    } catch (error) {
      outcomes.push({ province, target, made: null, error: error instanceof Error ? error.message : String(error) });
    }
  };
  for (const province of provinces) await attempt(province.id, (target) => exportProvince(kernel, province, { target, kind: 'backup', actor }));
  await attempt(null, (target) => exportControl(kernel, target, actor));
  return outcomes;
}

/** The newest whole backup of a province. */
export async function newestBackup(folder: string, province: string): Promise<string | undefined> {
  return (await bundlesIn(join(folder, province)))[0];
}

/** Whole bundles, the newest first: their names are times. */
async function bundlesIn(place: string): Promise<string[]> {
  const names = (await readdir(place).catch(() => [])).filter((name) => /^\d{4}-\d\d-\d\dT[\d-]+Z$/.test(name)).sort().reverse();
  const whole = await Promise.all(names.map(async (name) => (await stat(join(place, name, manifestPart)).catch(() => undefined)) !== undefined));
  return names.filter((_, i) => whole[i]).map((name) => join(place, name));
}

/** What a killed backup left. */
async function removeBroken(place: string): Promise<void> {
  for (const name of await readdir(place).catch(() => [])) if (/\.part(\.sums)?$/.test(name)) await rm(join(place, name), { recursive: true });
}
