import pg from 'pg';
import { inSpanFor, type Origin, originHere } from '../monitoring/tracing.ts';

export interface GatherOptions {
  /** As many are done together at most. */
  readonly atOnce: number;
  /** So many of these batches are under way at a time; what is asked for meanwhile gathers. */
  readonly underWay: number;
}

interface Waiting<Asked, Done> {
  readonly asked: Asked;
  readonly origin: Origin;
  readonly resolve: (done: Done) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Does together what is asked for at the same time, so that a flood costs a statement for many requests instead of
 * one for each; a lone request goes at once, alone. Answers come in the order of what was asked.
 *
 * Where PostgreSQL refuses what was given, nothing of the batch was stored: then each is done alone, and fails or
 * succeeds alone. After any other failure nothing is done again: nobody knows what was stored.
 */
export function gather<Asked, Done>(together: (asked: readonly Asked[]) => Promise<readonly Done[]>, { atOnce, underWay }: GatherOptions) {
  let waiting: Waiting<Asked, Done>[] = [];
  let running = 0;
  let woken = false;

  function wake(): void {
    if (woken || running >= underWay) return;
    woken = true;
    // After all requests that this turn of the event loop has read.
    setImmediate(() => {
      woken = false;
      while (waiting.length > 0 && running < underWay) void run(waiting.splice(0, atOnce));
    });
  }

  async function run(batch: readonly Waiting<Asked, Done>[]): Promise<void> {
    running += 1;
    try {
      const done = await inSpanFor(batch.map(({ origin }) => origin), 'asked together', () => together(batch.map(({ asked }) => asked)));
      for (const [i, { resolve }] of batch.entries()) resolve(done[i]!);
    } catch (error) {
      if (batch.length > 1 && wasRefused(error)) await Promise.all(batch.map(alone));
      else for (const { reject } of batch) reject(error);
    } finally {
      running -= 1;
      wake();
    }
  }

  async function alone({ asked, origin, resolve, reject }: Waiting<Asked, Done>): Promise<void> {
    try {
      resolve((await inSpanFor([origin], 'asked alone', () => together([asked])))[0]!);
    } catch (error) {
      reject(error);
    }
  }

  return (asked: Asked): Promise<Done> =>
    new Promise<Done>((resolve, reject) => {
      waiting.push({ asked, origin: originHere(), resolve, reject });
      wake();
    });
}

/** Data that PostgreSQL or our own functions refuse (SQLSTATE classes): the whole statement was rolled back. */
function wasRefused(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(22|23|TT)/.test(error.code ?? '');
}

const gatherings = new WeakMap<object, Map<unknown, unknown>>();

/** The one gathering of its kind on a pool: made at first use, gone with the pool. */
export function gatheringOn<G>(pool: object, kind: unknown, make: () => G): G {
  let known = gatherings.get(pool);
  if (known === undefined) gatherings.set(pool, (known = new Map()));
  let found = known.get(kind) as G | undefined;
  if (found === undefined) known.set(kind, (found = make()));
  return found;
}
