import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { ownsPostgres, restartWanted, type SupervisorMessage } from './under-supervisor.ts';

const longestPauseMs = 30_000;
// A life shorter than this was hardly one: the next begins after a growing pause.
const shortLifeMs = 60_000;
// As in the first line of bin/tinhthong.js, which `node …/tinhthong.js` passes over: less memory for the same requests.
const youngSpace = '--max-semi-space-size=8';
const fewArenas = { MALLOC_ARENA_MAX: '2' };

interface Life {
  readonly code: number | null;
  readonly wasReady: boolean;
  readonly ms: number;
}

/**
 * `tinhthong start` and `demo`: runs the same command as a child, and starts it again when it has crashed, was ended by
 * its watchdog, or asks for it. What fails before it was ready (a wrong setting, a port in use) ends with its code.
 */
async function supervise(): Promise<never> {
  let child: ChildProcess | undefined;
  let stopping = false;
  let startedPostgres = false;
  let shortLives = 0;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      stopping = true;
      child?.kill(signal === 'SIGHUP' ? 'SIGTERM' : signal);
    });
  }

  function start(): ChildProcess {
    const env = { ...fewArenas, ...process.env, ...(startedPostgres && { [ownsPostgres]: '1' }) };
    // A group of its own: Ctrl+C in a terminal reaches this process alone, which passes it on once.
    const words = process.argv.slice(1).filter((word) => child === undefined || word !== '--reset');
    return spawn(process.execPath, [youngSpace, ...process.execArgv, ...words, '--unsupervised'], { env, stdio: ['inherit', 'inherit', 'inherit', 'ipc'], detached: true });
  }

  async function live(): Promise<Life> {
    const begun = performance.now();
    let wasReady = false;
    const running = start();
    child = running;
    running.on('message', (message: SupervisorMessage) => {
      if (message === 'ready') wasReady = true;
      if (message === 'started-postgres') startedPostgres = true;
    });
    const code = await new Promise<number | null>((resolve) => void running.once('exit', resolve));
    return { code, wasReady, ms: performance.now() - begun };
  }

  for (;;) {
    const { code, wasReady, ms } = await live();
    // Ended by our own signal before it could do so in order: that is what was asked for.
    if (stopping) process.exit(code ?? 0);
    if (code === 0) process.exit(0);
    if (code !== null && code !== restartWanted && !wasReady) process.exit(code);
    if (code === restartWanted) continue;
    shortLives = ms < shortLifeMs ? shortLives + 1 : 0;
    console.error('Máy chủ dừng đột ngột; khởi động lại / the server ended unexpectedly; starting it again');
    if (shortLives > 1) await sleep(Math.min(longestPauseMs, 500 * 2 ** shortLives));
    if (stopping) process.exit(0);
  }
}

await supervise();
