import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, watch } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Command } from 'commander';
import { readSettings } from '../config.ts';
import { removeEmbeddedPostgres, startEmbeddedPostgres } from '../database/embedded-postgres.ts';
import { fingerprintOf } from '../kit/fingerprint.ts';
import { devServe } from './dev-serve.ts';
import { untilStopped } from './until-stopped.ts';

/** Editors write a file in several steps; Vite writes several files. */
const calmMs = 150;
/** Nothing is lost by ending it: what it had begun is in PostgreSQL. */
const patienceMs = 2_000;
const watched = ['src', 'ui/dist', 'package.json'];

export function devCommand(program: Command): void {
  program
    .command('dev')
    .description('Chạy thử phân hệ của thư mục này ở hai tỉnh, tự khởi động lại khi sửa / this folder’s module in two provinces, restarted at every change')
    .option('--reset', 'xóa dữ liệu thử trước / start afresh')
    .option('--serve', 'do chính lệnh này gọi / called by this command itself')
    .action(({ reset, serve }: { reset?: boolean; serve?: boolean }) => (serve ? devServe() : dev({ reset: reset === true })));
}

/**
 * PostgreSQL and Vite run as long as this process; the server is a child that is replaced when the module's code
 * changes, so that every start is a real one and the data stays.
 */
async function dev({ reset }: { reset: boolean }): Promise<void> {
  const folder = process.cwd();
  const { dataDir } = readSettings(process.env);
  const postgresDir = join(dataDir, 'postgres');
  if (reset) {
    await removeEmbeddedPostgres(postgresDir);
    await rm(dataDir, { recursive: true, force: true });
  }
  await mkdir(dataDir, { recursive: true });
  const postgres = await startEmbeddedPostgres({ dataDir: postgresDir });
  const vite = await buildInterface(folder);
  let running = await fingerprintOf(folder, watched);
  let server = startServe();

  let calm: NodeJS.Timeout | undefined;
  let turn = Promise.resolve();
  const watchers = ['src', 'ui', 'package.json'].filter((name) => existsSync(join(folder, name))).map((name) =>
    watch(join(folder, name), { recursive: true }, () => {
      clearTimeout(calm);
      calm = setTimeout(() => (turn = turn.then(restart)), calmMs);
    }),
  );

  async function restart(): Promise<void> {
    const now = await fingerprintOf(folder, watched);
    if (now === running) return;
    running = now;
    await end(server);
    server = startServe();
  }

  await untilStopped(async () => {
    for (const watcher of watchers) watcher.close();
    clearTimeout(calm);
    await turn;
    vite?.kill();
    await end(server);
    if (!postgres.attached) await postgres.stop();
  });
}

function startServe(): ChildProcess {
  return fork(process.argv[1]!, ['dev', '--serve'], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await ended;
  clearTimeout(impatience);
}

/** Builds the widgets and screens once, and again whenever one is changed. */
async function buildInterface(folder: string): Promise<ChildProcess | undefined> {
  if (!existsSync(join(folder, 'vite.config.ts'))) return undefined;
  const vite = join(dirname(createRequire(join(folder, 'package.json')).resolve('vite/package.json')), 'bin', 'vite.js');
  const build = (...options: string[]) => spawn(process.execPath, [vite, 'build', '--logLevel', 'warn', ...options], { cwd: folder, stdio: ['ignore', 'inherit', 'inherit'] });
  await once(build(), 'exit');
  return build('--watch');
}
