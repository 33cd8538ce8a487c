import { chmod, lstat, mkdtemp, readdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { signal } from '../database/embedded/signal.ts';
import { removeEmbeddedPostgres } from '../database/embedded-postgres.ts';

/** A fresh folder for one test or one run; should that be killed, `removeLeftFolders` of a later run removes it. */
export async function testFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `tinhthong-test-${process.pid}-`));
  // As root, PostgreSQL runs as another user, who has to get in.
  await chmod(folder, 0o711);
  return realpath(folder);
}

/** Removes the folders of test runs that are gone, and stops the PostgreSQL servers that they left there. */
export async function removeLeftFolders(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const [, pid] = name.match(/^tinhthong-test-(\d+)-/) ?? [];
    if (pid === undefined || signal(Number(pid), 0)) continue;
    const folder = join(tmpdir(), name);
    // Everybody writes to the parent: what another user put there is not to be trusted with a path to remove.
    const owner = (await lstat(folder).catch(() => undefined))?.uid;
    if (owner !== process.getuid?.()) continue;
    // A whole deployment keeps its PostgreSQL in a folder of its own.
    for (const dataDir of [join(folder, 'postgres'), folder]) await removeEmbeddedPostgres(dataDir);
  }
}
