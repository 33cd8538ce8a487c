import { glob, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Kernel } from '../../kernel.ts';
import { suspendModule } from './suspend-module.ts';
import type { UnderWay } from './who-runs.ts';

/** What the watchdog's thread leaves behind when it ends a process that no longer answered. */
export interface StuckNote extends UnderWay {
  readonly file: string;
}

export function stuckNoteFile(dataDir: string): string {
  return join(dataDir, `stuck-${process.pid}.json`);
}

export async function readStuckNotes(dataDir: string): Promise<StuckNote[]> {
  const notes: StuckNote[] = [];
  for await (const name of glob('stuck-*.json', { cwd: dataDir })) {
    const file = join(dataDir, name);
    notes.push({ ...(JSON.parse(await readFile(file, 'utf8')) as UnderWay), file });
  }
  return notes;
}

/** The names of plugins whose import never ended. They are left out this once: the next start tries them again. */
export async function stuckImports(dataDir: string): Promise<ReadonlySet<string>> {
  const notes = await readStuckNotes(dataDir);
  return new Set(notes.filter(({ province }) => province === null).map(({ plugin }) => plugin));
}

/** Before anything is served: whatever took a process down is suspended where it did so. */
export async function settleStuckNotes(kernel: Kernel, dataDir: string): Promise<void> {
  for (const { file, plugin, province: id, operation } of await readStuckNotes(dataDir)) {
    const province = id === null ? undefined : kernel.registry.byId(id);
    if (province !== undefined) await suspendModule(kernel, province, plugin, { cause: 'stuck', operation });
    await rm(file, { force: true });
  }
}
