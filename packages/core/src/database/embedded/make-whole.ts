import { randomBytes } from 'node:crypto';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exists } from './exists.ts';
import { signal } from './signal.ts';

/**
 * Fills a folder aside and moves it into place in one step, so that a process killed half-way leaves nothing that
 * looks finished. When two processes do it at once, the first one's folder stays.
 */
export async function makeWhole(target: string, fill: (folder: string) => Promise<void>): Promise<void> {
  await removeLeftovers(target);
  const aside = `${target}.${process.pid}.${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(aside);
    await fill(aside);
    await rename(aside, target);
  } catch (error) {
    if (!(await exists(target))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

async function removeLeftovers(target: string): Promise<void> {
  const prefix = `${basename(target)}.`;
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(prefix)) continue;
    const [pid] = name.slice(prefix.length).split('.');
    if (!signal(Number(pid), 0)) await rm(join(dirname(target), name), { recursive: true, force: true });
  }
}
