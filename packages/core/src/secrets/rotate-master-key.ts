import { crashAt } from '../crash-at.ts';
import { nameOfKey } from './envelope.ts';
import { type MasterKeySource, writeMasterKeys } from './master-key.ts';
import { recordAct } from '../tenancy/acts.ts';
import type { Registry } from '../tenancy/registry.ts';
import { registryColumns, sealAnew } from './sealed-columns.ts';

/**
 * Replaces the master key under a running deployment: every data key and credential of the control database is sealed
 * anew. Meanwhile the source gives both keys; a node that meets a value of the new one asks its source again. Killed
 * anywhere, it is finished by running it again.
 *
 * @throws Error where the source neither has the new key nor is a file that this process may write
 */
export async function rotateMasterKey(registry: Registry, source: MasterKeySource, newest: Buffer, actor: string): Promise<number> {
  const before = await source.read();
  if (!before.some((key) => key.equals(newest))) await addKey(source, [newest, ...before]);
  crashAt('rotate-master-added');
  const keys = await registry.readMasterKey();
  const count = await sealAnew(registry.db, { keys, columns: registryColumns }, newest, () => crashAt('rotate-master-half'));
  crashAt('rotate-master-sealed');
  // Whatever was written meanwhile by a node that had not heard of the new key.
  const late = await sealAnew(registry.db, { keys, columns: registryColumns }, newest);
  await recordAct(registry.db, { type: 'master-key.replaced', actor, data: { key: nameOfKey(newest), values: count + late } });
  for (const { id } of registry.provinces()) await registry.changed(id);
  if (source.file !== undefined) await writeMasterKeys(source.file, [newest]);
  await registry.readMasterKey();
  return count + late;
}

async function addKey({ file, name }: MasterKeySource, keys: readonly Buffer[]): Promise<void> {
  const byHand = `Hãy để ${name} cho cả khóa mới lẫn khóa cũ, rồi chạy lại / make ${name} give the new key and the old one, then run this again`;
  if (file === undefined) throw new Error(byHand);
  await writeMasterKeys(file, keys).catch((cause: Error) => {
    throw new Error(`${byHand} (${cause.message})`, { cause });
  });
}
