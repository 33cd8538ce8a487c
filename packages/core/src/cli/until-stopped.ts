import { restartWanted } from './under-supervisor.ts';

const mostMs = 30_000;

/** Why the process ends. A signal may still come while it ends in order to be started again. */
export interface Ending {
  readonly signalled: boolean;
}

/**
 * Waits for SIGTERM or SIGINT, then stops in order; a second signal, or 30 s, ends the process at once. When `restart`
 * comes first, the process ends in the same order, and asks to be started again.
 */
export async function untilStopped(stop: (ending: Ending) => Promise<void>, restart?: Promise<void>): Promise<never> {
  const ending = { signalled: false };
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (ending.signalled) process.exit(1);
        ending.signalled = true;
        resolve();
      });
    }
    void restart?.then(resolve);
  });
  setTimeout(() => process.exit(1), mostMs).unref();
  await stop(ending);
  // A handler that hangs must not keep the process.
  process.exit(ending.signalled ? 0 : restartWanted);
}
