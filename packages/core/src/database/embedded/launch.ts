import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, rename, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { serverEnvironment } from './account.ts';
import { usableBinaries } from './binaries.ts';
import type { Cluster } from './cluster.ts';
import { exists } from './exists.ts';
import { serverSettings } from './settings.ts';

/** Starts a server that outlives this process, and answers its process id; it is not ready then. */
export async function launch(
  { home, data, account }: Cluster,
  settings: Readonly<Record<string, string>>,
  logFile: string,
): Promise<number> {
  const binaries = await usableBinaries(home, account);
  const flags = Object.entries({ ...serverSettings, ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  // A file of its own, not a pipe: the server must be able to go on logging after this process was killed.
  const log = await open(logFile, 'a', 0o600);
  try {
    const server = spawn(join(binaries, 'bin', 'postgres'), ['-D', data, ...flags], {
      ...account,
      cwd: data,
      env: serverEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(server, 'spawn');
    server.unref();
    return server.pid as number;
  } finally {
    await log.close();
  }
}

/** The log of the start before is kept, for whoever asks why the server ended. */
export async function rotateLog(logFile: string): Promise<void> {
  if (await exists(logFile)) await rename(logFile, logFile.replace(/\.log$/, '.previous.log'));
}

export async function lastLines(logFile: string, count = 10): Promise<string> {
  const text = await readFile(logFile, 'utf8');
  return text.trimEnd().split('\n').slice(-count).join('\n');
}

/** The port of the start before if it is still free: whoever noted the address finds the server again. */
export async function rememberedPort(dataDir: string): Promise<number> {
  const file = join(dataDir, 'port');
  const remembered = Number(await readFile(file, 'utf8').catch(() => '0'));
  const port = (await listenOn(remembered)) ?? (await listenOn(0));
  if (port === undefined) throw new Error('No free port on 127.0.0.1 for PostgreSQL.');
  await writeFile(file, String(port));
  return port;
}

/** The port that could be listened on, for an instant; 0 lets the system choose. */
function listenOn(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? address?.port : undefined));
    });
  });
}
