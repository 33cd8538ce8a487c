import { randomBytes } from 'node:crypto';
import { chmod, chown, mkdir, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Account, canEnter, nobody, runAs, serverAccount } from './account.ts';
import { usableBinaries } from './binaries.ts';
import { exists } from './exists.ts';
import { makeWhole } from './make-whole.ts';
import { localeFlags } from './settings.ts';

export interface Cluster {
  /** Holds the cluster and, where needed, a copy of the binaries. */
  readonly home: string;
  /** What PostgreSQL calls its data directory. */
  readonly data: string;
  /** Of the superuser `postgres`. */
  readonly password: string;
  readonly account: Account | undefined;
}

export interface ClusterOptions {
  /** False spares the disk; only for data that may be lost. */
  readonly durable: boolean;
  readonly onLog: (line: string) => void;
}

const movedPrefix = 'tinhthong-postgres-';

/** The cluster of a data folder, made when there is none. */
export async function openCluster(dataDir: string, options: ClusterOptions): Promise<Cluster> {
  const home = (await movedHome(dataDir)) ?? (await chooseHome(dataDir, options.onLog));
  const root = join(home, 'cluster');
  const account = await serverAccount(root);
  if (!(await exists(root))) {
    options.onLog(`Making a PostgreSQL cluster in ${root}`);
    const binaries = await usableBinaries(home, account);
    await makeWhole(root, (folder) => initialise(binaries, folder, account, options.durable));
  }
  const password = await readFile(join(root, 'password'), 'utf8');
  return { home, data: join(root, 'data'), password, account };
}

/** Where the cluster of a data folder was put, when that is not in the data folder. */
export async function movedHome(dataDir: string): Promise<string | undefined> {
  const home = await readFile(join(dataDir, 'moved-to'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  // It will be removed together with the data folder: a damaged file must not name another one.
  if (home !== undefined && !basename(home).startsWith(movedPrefix)) {
    throw new Error(`${join(dataDir, 'moved-to')} does not name a folder of ours: ${home}`);
  }
  return home;
}

async function chooseHome(dataDir: string, onLog: (line: string) => void): Promise<string> {
  if (process.getuid?.() !== 0 || (await exists(join(dataDir, 'cluster')))) return dataDir;
  const account = await nobody();
  if (await canEnter(account, dataDir)) return dataDir;
  for (const parent of ['/var/lib', tmpdir()]) {
    if (!(await canEnter(account, parent))) continue;
    const home = await mkdtemp(join(parent, movedPrefix)).catch(() => undefined);
    if (home === undefined) continue;
    await chmod(home, 0o711);
    await writeFile(join(dataDir, 'moved-to'), home, { flush: true });
    onLog(`PostgreSQL does not run as root and its user nobody cannot enter ${dataDir}: its data is in ${home}`);
    return home;
  }
  throw new Error(
    `PostgreSQL does not run as root, and its user nobody can enter neither ${dataDir} nor /var/lib nor ${tmpdir()}. Use a data folder that every user can enter.`,
  );
}

async function initialise(binaries: string, folder: string, account: Account | undefined, durable: boolean) {
  const passwordFile = join(folder, 'password');
  const data = join(folder, 'data');
  await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
  await mkdir(data, { mode: 0o700 });
  await chmod(folder, 0o700);
  if (account !== undefined) {
    for (const path of [data, passwordFile, folder]) await chown(path, account.uid, account.gid);
  }
  await runAs(account, join(binaries, 'bin', 'initdb'), [
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--no-instructions',
    ...localeFlags,
    ...(durable ? [] : ['--no-sync']),
  ]);
}
