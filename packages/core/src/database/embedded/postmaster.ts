import { execFile } from 'node:child_process';
import { readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { signal } from './signal.ts';

const pollMilliseconds = 20;

/** The process id of the server that works on this data directory now, ready or not. */
export async function findPostmaster(data: string): Promise<number | undefined> {
  const file = await readPidFile(data);
  if (file === undefined) return undefined;
  if (await isPostmaster(file.pid, data)) return file.pid;
  // After a crash the id may belong to a stranger. PostgreSQL would take that for a running server and refuse; that
  // processes of a killed server are gone it checks by shared memory as well.
  if (signal(file.pid, 0)) await rm(join(data, 'postmaster.pid'), { force: true });
  return undefined;
}

/** The port of a server as soon as it takes connections, crash recovery included; undefined when it has ended. */
export async function portWhenReady(data: string, pid: number, deadline: number): Promise<number | undefined> {
  while (await isPostmaster(pid, data)) {
    const file = await readPidFile(data);
    if (file?.pid === pid && file.status === 'ready') return file.port;
    if (Date.now() > deadline) {
      throw new Error(`PostgreSQL (process ${pid}) on ${data} is ${file?.status ?? 'starting'} and not ready in time.`);
    }
    await sleep(pollMilliseconds);
  }
  return undefined;
}

/**
 * Stops a server: open transactions are rolled back and everything is written. When that hangs, as it can during crash
 * recovery, it is cut off; the next start recovers from the log then.
 */
export async function stopPostmaster(data: string, pid: number, patience = 30_000): Promise<void> {
  if (!(await isPostmaster(pid, data))) return;
  signal(pid, 'SIGINT');
  if (await hasEnded(data, pid, patience)) return;
  // A server cut off waits 5 s for its own processes before it kills them.
  signal(pid, 'SIGQUIT');
  if (await hasEnded(data, pid, 10_000)) return;
  throw new Error(`PostgreSQL (process ${pid}) on ${data} does not stop.`);
}

async function hasEnded(data: string, pid: number, patience: number): Promise<boolean> {
  const deadline = Date.now() + patience;
  while (await isPostmaster(pid, data)) {
    if (Date.now() > deadline) return false;
    await sleep(pollMilliseconds);
  }
  return true;
}

interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: string | undefined;
}

async function readPidFile(data: string): Promise<PidFile | undefined> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  const lines = text.split('\n');
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() } : undefined;
}

/** A process id alone proves nothing: it may be reused, or an ended process that its parent has not collected. */
async function isPostmaster(pid: number, data: string): Promise<boolean> {
  if (process.platform === 'linux') {
    // A server works in its data directory.
    return (await readlink(`/proc/${pid}/cwd`).catch(() => undefined)) === data;
  }
  const command = await promisify(execFile)('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).catch(() => undefined);
  return command?.stdout.includes(`-D ${data}`) ?? false;
}
