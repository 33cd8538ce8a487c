import { Worker } from 'node:worker_threads';
import type { Settings } from '../../config.ts';
import { stuckNoteFile } from './stuck-notes.ts';
import type { WatchdogData } from './watchdog-thread.ts';

const beatMs = 250;

/**
 * Watches the event loop from a thread of its own. Code that never gives it back blocks every province: the thread asks
 * whose it is, leaves a note in the data folder, and ends the process. Whoever restarts it finds the note.
 */
export function startWatchdog({ dataDir, stuckSeconds = 5 }: Pick<Settings, 'dataDir' | 'stuckSeconds'>): void {
  const beats = new Int32Array(new SharedArrayBuffer(4));
  setInterval(() => Atomics.add(beats, 0, 1), beatMs).unref();
  const workerData: WatchdogData = { beats, beatMs, stuckSeconds, noteFile: stuckNoteFile(dataDir) };
  const { href } = new URL('./watchdog-thread.ts', import.meta.url);
  // A thread has no compile cache of its own accord: to strip the types of these two files it would load 17 MB of compiler.
  const script = `require('node:module').enableCompileCache(); import(${JSON.stringify(href)});`;
  const thread = new Worker(script, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 4 } });
  thread.unref();
}
