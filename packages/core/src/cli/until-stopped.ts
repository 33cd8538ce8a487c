const mostMs = 30_000;

/** Waits for SIGTERM or SIGINT, then stops in order; a second signal, or 30 s, ends the process at once. */
export async function untilStopped(stop: () => Promise<void>): Promise<never> {
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => process.exit(1));
  setTimeout(() => process.exit(1), mostMs).unref();
  await stop();
  // A handler that hangs must not keep the process.
  process.exit(0);
}
