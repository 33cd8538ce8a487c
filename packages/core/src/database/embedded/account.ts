import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { promisify } from 'node:util';

/** The system user PostgreSQL runs as; absent: the one who runs Node. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const run = promisify(execFile);

/** PGPORT, PGOPTIONS, LD_LIBRARY_PATH and the like of the caller's shell must not reach the server. */
export const serverEnvironment = { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' };

/** Runs a program to its end. Starts in `/`, because the account may not be allowed into the current folder. */
export function runAs(account: Account | undefined, program: string, args: readonly string[]) {
  return run(program, args, { ...account, cwd: '/', env: serverEnvironment });
}

/** PostgreSQL refuses to run as root: there, whoever owns the cluster already, else `nobody`. */
export async function serverAccount(cluster: string): Promise<Account | undefined> {
  const owner = await stat(cluster).catch(() => undefined);
  if (process.getuid?.() !== 0) {
    if (owner !== undefined && owner.uid !== process.getuid?.()) {
      throw new Error(
        `${cluster} belongs to the system user ${owner.uid}: start as that user or as root, or use another data folder.`,
      );
    }
    return undefined;
  }
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return nobody();
}

export async function nobody(): Promise<Account> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map((what) => run('id', [what, 'nobody'])));
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) };
}

/** Asked of the system and not read from the mode bits: access lists and mount options count too. */
export async function canEnter(account: Account, folder: string): Promise<boolean> {
  return runAs(account, '/bin/sh', ['-c', 'cd "$0"', folder]).then(
    () => true,
    () => false,
  );
}
