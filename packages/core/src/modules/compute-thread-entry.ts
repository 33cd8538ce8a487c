import { parentPort, workerData } from 'node:worker_threads';

/** What a script for `computeThread` exports. */
interface Script {
  answer(message: unknown): unknown;
}

const { answer } = (await import(workerData as string)) as Script;

parentPort!.on('message', async (message: unknown) => {
  try {
    parentPort!.postMessage({ value: await answer(message) });
  } catch (error) {
    parentPort!.postMessage({ fault: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
});
