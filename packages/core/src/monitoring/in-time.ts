import { setTimeout as sleep } from 'node:timers/promises';

// Shorter than what Prometheus waits for an answer, and a supervisor for an end.
const patienceMs = 4_000;

/** What `work` answers; undefined where it fails or takes too long: watching must tell of a disturbance, and not take part in it. */
export function inTime<T>(work: Promise<T>): Promise<T | undefined> {
  const late = sleep(patienceMs, undefined, { ref: false });
  return Promise.race([work.catch(() => undefined), late]);
}
