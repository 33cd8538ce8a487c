import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';

export interface Server {
  readonly process: ChildProcess;
  readonly port: number;
  /** Milliseconds from spawning to the first ready answer. */
  readonly readyMs: number;
}

const ticksPerSecond = 100;

/** Starts an executable file, as a shell would. */
export async function startProcess(file: string, args: readonly string[], port: number, env: Record<string, string>, ready: string): Promise<Server> {
  const started = performance.now();
  // The configuration is read from the folder that a command is run in.
  const child = spawn(file, args, { cwd: join(import.meta.dirname, '../..'), env: { ...process.env, ...env, PORT: String(port) }, stdio: ['ignore', 'ignore', 'inherit'] });
  for (;;) {
    if (child.exitCode !== null) throw new Error(`${file} ended with ${child.exitCode}`);
    if ((await get(port, ready).catch(() => undefined))?.status === 200) break;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return { process: child, port, readyMs: performance.now() - started };
}

export async function stopProcess({ process: child }: Server): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

/** On node:http, because `fetch` neither resolves `*.localhost` nor lets a Host header through. */
export function get(port: number, path: string, host = 'localhost'): Promise<{ status: number; body: string }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    })
      .on('error', reject)
      .end();
  });
}

/**
 * CPU milliseconds used so far by processes and their children (PostgreSQL's backends), those included that have ended:
 * their time has become the parent's. It never falls from one call to the next. 0 where there is no /proc.
 */
export function cpuMsOf(pids: readonly number[]): number {
  return (pids.reduce((sum, pid) => sum + ticksOfFamily(pid), 0) * 1_000) / ticksPerSecond;
}

function ticksOfFamily(pid: number): number {
  for (;;) {
    const ended = ticksOfEndedChildren(pid);
    const running = [pid, ...childrenOf(pid)].reduce((sum, one) => sum + ticksOf(one), 0);
    // A child that ended while the others were read would be counted twice, or not at all.
    if (ticksOfEndedChildren(pid) === ended) return ended + running;
  }
}

/** Resident memory in MB. */
export function rssMbOf(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

/** The most resident memory that a process had so far, in MB; 0 once it has ended. */
export function peakRssMbOf(pid: number): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readText(`/proc/${pid}/status`))?.[1];
  return Number(kilobytes ?? 0) / 1_024;
}

function childrenOf(pid: number): number[] {
  return readdirSafe('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => Number(fieldsOf(one)[1]) === pid);
}

function ticksOf(pid: number): number {
  const fields = fieldsOf(pid);
  return Number(fields[11] ?? 0) + Number(fields[12] ?? 0);
}

/** Children that have ended and were waited for, and theirs: cutime and cstime of proc(5). */
function ticksOfEndedChildren(pid: number): number {
  const fields = fieldsOf(pid);
  return Number(fields[13] ?? 0) + Number(fields[14] ?? 0);
}

/** The fields of /proc/pid/stat after the command's name. */
function fieldsOf(pid: number): string[] {
  const text = readText(`/proc/${pid}/stat`);
  return text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function readdirSafe(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
