import { writeFileSync, writeSync } from 'node:fs';
import { type Runtime, Session } from 'node:inspector';
import { workerData } from 'node:worker_threads';
import { type UnderWay, whoRuns } from './who-runs.ts';

export interface WatchdogData {
  /** One number that the main thread counts up. */
  readonly beats: Int32Array;
  readonly beatMs: number;
  readonly stuckSeconds: number;
  readonly noteFile: string;
}

const { beats, beatMs, stuckSeconds, noteFile } = workerData as WatchdogData;
const tickMs = beatMs * 2;
const mostMissed = Math.ceil((stuckSeconds * 1_000) / tickMs);
// The core's own code may be busy for a while; without end it may not.
const patience = 6;
// Between two steps of a loop of promises nobody runs for a moment.
const mostLooks = 20;
const lookAgainMs = 50;

let lastBeat = -1;
let lastTick = performance.now();
let missed = 0;

setInterval(() => {
  const beat = Atomics.load(beats, 0);
  const now = performance.now();
  // On a machine that sleeps or starves this thread waits as well: then the other is not to blame.
  const onTime = now - lastTick < 3 * tickMs;
  missed = beat === lastBeat && onTime ? missed + 1 : 0;
  lastBeat = beat;
  lastTick = now;
  if (missed === mostMissed) void look();
  if (missed === mostMissed * patience) end(undefined);
}, tickMs);

/** Asks the main thread, in the middle of whatever it is doing, whose code that is. */
async function look(): Promise<void> {
  const session = new Session();
  session.connectToMainThread();
  const post = (method: string, parameters?: object) =>
    new Promise<unknown>((resolve, reject) => session.post(method, parameters, (error, result) => (error ? reject(error) : resolve(result))));
  try {
    await post('Debugger.enable');
    for (let looks = 0; looks < mostLooks && missed >= mostMissed; looks += 1) {
      const paused = new Promise((resolve) => session.once('Debugger.paused', resolve));
      await post('Debugger.pause');
      await paused;
      const { result } = (await post('Runtime.evaluate', { expression: `${whoRuns}()`, returnByValue: true })) as Runtime.EvaluateReturnType;
      const running = JSON.parse(String(result.value ?? 'null')) as UnderWay | null;
      if (running !== null) return end(running);
      await post('Debugger.resume');
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    }
  } finally {
    session.disconnect();
  }
}

function end(running: UnderWay | undefined): void {
  if (running !== undefined) writeFileSync(noteFile, JSON.stringify(running));
  const { plugin: module, province, operation } = running ?? {};
  const msg = running === undefined ? 'the event loop is blocked by the core itself; ending the process' : 'a module blocks the event loop; ending the process';
  writeSync(2, `${JSON.stringify({ level: 60, time: new Date().toISOString(), province, module, operation, msg })}\n`);
  process.kill(process.pid, 'SIGKILL');
}
