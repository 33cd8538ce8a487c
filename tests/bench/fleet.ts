import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { constants, setPriority } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import type { OpenKernel } from '../../packages/core/src/create-kernel.ts';
import { onDatabase } from '../../packages/core/src/tenancy/connection-strings.ts';
import { onboard, templateFolder } from '../../packages/core/src/tenancy/onboard.ts';
import { loadTemplate } from '../../packages/core/src/tenancy/template.ts';
import config from '../../tinhthong.config.ts';
import { fillReports } from './fill.ts';
import { median } from './load.ts';
import { cpuMsOf, get, rssMbOf, startProcess, stopProcess } from './processes.ts';

export interface FleetSetting {
  readonly cli: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly postgres: { readonly url: string; readonly pid: number };
  withKernel<T>(work: (kernel: OpenKernel) => Promise<T>): Promise<T>;
}

export type Figures = Record<string, { readonly measured: string; readonly wanted: string }>;

const reports = 2_000;
const idleSeconds = 20;
const [floodRounds, floodSeconds] = [3, 12];
const everyMs = 15;
const settleMs = 8_000;
const names = Array.from({ length: 32 }, (_, n) => `tinh-${n + 1}`);
const quiet = ['dak-lak', ...names];

/** The country on one node: 34 provinces with 2,000 reports each beside what Huế holds. Adds 32 of them to the deployment. */
export async function fleetFigures(setting: FleetSetting): Promise<Figures> {
  await makeProvinces(setting);
  const migrated = await migrate(setting, 34);
  const nothing = await migrate(setting, 0);
  const server = await startProcess(setting.cli, ['start', '--unsupervised'], setting.port, setting.environment, '/readyz');
  try {
    for (const id of ['hue', ...quiet]) {
      for (const path of ['/api/field-reports/reports', '/api/field-reports/figures', '/api/core/communes']) {
        const { status } = await get(setting.port, path, `${id}.localhost`);
        if (status !== 200) throw new Error(`${id} answered ${status} to ${path}`);
      }
    }
    // Each province has its first night behind it before it counts as idle.
    await workDone(setting);
    const rss = rssMbOf(server.process.pid!);
    const idle = await idleShare(server.process.pid!, setting.postgres.pid);
    const { alone, beside } = await besideFlood(setting);
    return {
      'migrating 34 provinces, s': { measured: migrated.toFixed(1), wanted: '≤ 30' },
      'migrating them with nothing to do, s': { measured: nothing.toFixed(1), wanted: '≤ 2' },
      'RSS with 34 provinces, each used, MB': { measured: rss.toFixed(0), wanted: '≤ 600' },
      'idle with 34 provinces, % of a core': { measured: `${(100 * idle.server).toFixed(1)} (PostgreSQL ${(100 * idle.postgres).toFixed(1)})`, wanted: '≤ 3' },
      'p99 of 33 quiet provinces, alone, ms': { measured: alone.toFixed(0), wanted: '' },
      'p99 beside a flood, an export and its jobs, ms': { measured: beside.toFixed(0), wanted: `≤ ${(2 * alone).toFixed(0)}` },
    };
  } finally {
    await stopProcess(server);
  }
}

async function makeProvinces({ withKernel, postgres }: FleetSetting): Promise<void> {
  await withKernel(async (kernel) => {
    const template = await loadTemplate(templateFolder(config.templates, 'hue'));
    for (const [n, id] of names.entries()) await onboard(kernel, { ...template, id, code: String(100 + n), hosts: [`${id}.localhost`] });
    for (const id of quiet) {
      const { database, ownerRole } = kernel.registry.byId(id)!;
      await fillReports(onDatabase(postgres.url, database), ownerRole, reports);
    }
  });
}

/** Seconds of a whole `tinhthong migrate`, from pressing Enter. */
async function migrate({ cli, environment }: FleetSetting, expected: number): Promise<number> {
  const started = performance.now();
  const { stdout } = await promisify(execFile)(cli, ['migrate'], { cwd: join(import.meta.dirname, 'next-release'), env: { ...process.env, ...environment } });
  const seconds = (performance.now() - started) / 1_000;
  if (!stdout.includes(`migrated ${expected},`)) throw new Error(`migrate was to bring ${expected} provinces up to date:\n${stdout}`);
  return seconds;
}

/** One connection at a time: the server beside has its own to all of them. */
async function workDone({ withKernel, postgres }: FleetSetting): Promise<void> {
  const databases = await withKernel(async (kernel) => kernel.registry.provinces().map(({ database }) => database));
  for (const database of databases) {
    const client = new pg.Client({ connectionString: onDatabase(postgres.url, database) });
    await client.connect();
    const waiting = async () => (await client.query(`select from core.tasks where error is null and due_at < now() + interval '10 minutes' limit 1`)).rowCount;
    while ((await waiting()) !== 0) await sleep(500);
    await client.end();
  }
}

/** Shares of a core that are used while nobody asks for anything. */
async function idleShare(server: number, postgres: number): Promise<{ server: number; postgres: number }> {
  await sleep(5_000);
  const before = [server, postgres].map((pid) => cpuMsOf([pid]));
  await sleep(idleSeconds * 1_000);
  const [ours, theirs] = [server, postgres].map((pid, n) => (cpuMsOf([pid]) - before[n]!) / (idleSeconds * 1_000));
  return { server: ours!, postgres: theirs! };
}

/** The slowest hundredth in the quiet provinces, alone and while Huế has a flood, by turns; medians of the rounds. */
async function besideFlood(setting: FleetSetting): Promise<{ alone: number; beside: number }> {
  const rounds: { alone: number; beside: number }[] = [];
  await p99OfQuiet(setting.port);
  for (let round = 0; round < floodRounds; round += 1) {
    const alone = await p99OfQuiet(setting.port);
    const flood = startFlood(setting);
    await sleep(1_000);
    const beside = await p99OfQuiet(setting.port);
    await Promise.all(flood.map(stopped));
    rounds.push({ alone, beside });
    await sleep(settleMs);
  }
  return { alone: median(rounds.map((round) => round.alone)), beside: median(rounds.map((round) => round.beside)) };
}

/** People of all quiet provinces at an even pace, whatever the answers take, so that a slow one hides no other. */
async function p99OfQuiet(port: number): Promise<number> {
  const taken: Promise<number>[] = [];
  const end = performance.now() + floodSeconds * 1_000;
  for (let n = 0; performance.now() < end; n += 1) {
    const host = `${quiet[n % quiet.length]}.localhost`;
    const path = n % 3 === 0 ? '/api/field-reports/reports?limit=20' : `/api/field-reports/reports/HUE-25-${String(1 + ((n * 37) % reports)).padStart(7, '0')}`;
    taken.push(msOf(port, host, path));
    await sleep(everyMs);
  }
  const sorted = (await Promise.all(taken)).sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length * 0.99)]!;
}

function msOf(port: number, host: string, path: string): Promise<number> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers: { host } }, (answer) => {
      if (answer.statusCode !== 200) reject(new Error(`${host} answered ${answer.statusCode} to ${path}`));
      answer.on('end', () => resolve(performance.now() - started)).resume();
    })
      .on('error', reject)
      .end();
  });
}

/** Readers and writers of Huế who never pause (the writers' reports bring three tasks each), and an export of all it has. */
function startFlood({ cli, port, environment, dataDir }: FleetSetting): ChildProcess[] {
  const bundle = join(dataDir, 'flood.tar');
  // `-I` writes another id into each: the same text twice within the hour is one report.
  const report = JSON.stringify({ category: 'waste', description: 'Rác tồn đọng hai ngày ([<id>]).', lat: 16.46, lon: 107.59 });
  // In the field they come from elsewhere: here they take only the processor time that nobody else wants.
  const flood = (...options: string[]) => {
    const client = spawn(process.execPath, [join(import.meta.dirname, '../../node_modules/autocannon/autocannon.js'), '-c', '50', '-d', '60', '-H', 'host=hue.localhost', ...options], { stdio: 'ignore' });
    setPriority(client.pid!, constants.priority.PRIORITY_LOW);
    return client;
  };
  const exporting = spawn(cli, ['tenant', 'export', 'hue', bundle], { env: { ...process.env, ...environment, BUNDLE_PASSPHRASE: 'mật khẩu của phép đo' }, cwd: join(import.meta.dirname, '../..'), stdio: 'ignore' });
  exporting.once('exit', () => void rm(bundle, { recursive: true, force: true }));
  return [
    flood(`http://127.0.0.1:${port}/api/field-reports/reports?bbox=107.5,16.4,107.6,16.5`),
    flood('-I', '-m', 'POST', '-H', 'content-type=application/json', '-b', report, `http://127.0.0.1:${port}/api/field-reports/reports`),
    exporting,
  ];
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
