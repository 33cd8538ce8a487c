import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again and again until the answer is not undefined; `what` names what was waited for in vain. */
export async function until<T>(what: string, ask: () => Promise<T | undefined> | T | undefined, patienceMs = 60_000, everyMs = 50): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > deadline) throw new Error(`Waited ${patienceMs / 1_000} s in vain: ${what}`);
    await sleep(everyMs);
  }
}
