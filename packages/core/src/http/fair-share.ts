import type { Context, MiddlewareHandler } from 'hono';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';

export interface ShareLimits {
  /** Requests under way at a time, divided among the provinces that are asked. */
  readonly places: number;
  /** Places that a province has however many others there are. */
  readonly leastPlaces: number;
  /** Requests of one province that wait for their turn. */
  readonly waiting: number;
  /** Whoever takes longer waits for something else than this node and holds up nobody. */
  readonly longestMs: number;
}

// One province alone gets enough for a flood's writes to be gathered; beside many others so few that they come in between.
const usual: ShareLimits = { places: 32, leastPlaces: 2, waiting: 256, longestMs: 1_000 };
const presenceMs = 1_000;
// A request that is still arriving after that comes over a slow line.
const arrivalMs = 100;

interface Share {
  underWay: number;
  readonly waiting: (() => void)[];
}

/**
 * Lets so many requests of one province be under way on this node; the next ones wait for their turn, and when too many
 * do, they are told to come back. So one province's flood is worked off in its own time, not in its neighbours'.
 */
export function fairShare({ places, leastPlaces, waiting, longestMs }: ShareLimits = usual): MiddlewareHandler<Environment> {
  const shares = new Map<string, Share>();
  const present = countPresent();
  let left: Share[] = [];

  /** Lets in whoever waits longest, for as long as there are places. */
  function admit(share: Share): void {
    const own = Math.max(leastPlaces, Math.floor(places / present.count()));
    while (share.underWay < own && share.waiting.length > 0) {
      share.underWay += 1;
      share.waiting.shift()!();
    }
  }

  /**
   * A place is given on in the next turn of the event loop: answers from memory never wait for anything, and hundreds of
   * them would otherwise follow each other in one turn before anyone else is heard.
   */
  function giveBack(share: Share): void {
    if (left.push(share) === 1) setImmediate(giveOn);
  }

  function giveOn(): void {
    const returned = left;
    left = [];
    for (const share of returned) share.underWay -= 1;
    for (const share of new Set(returned)) admit(share);
  }

  return async (c, next) => {
    const { id } = c.get('province');
    present.note(id);
    let share = shares.get(id);
    if (share === undefined) shares.set(id, (share = { underWay: 0, waiting: [] }));
    if (share.waiting.length >= waiting) throw crowded();
    const turn = new Promise<void>((resolve) => share.waiting.push(resolve));
    admit(share);
    await turn;
    const leave = once(() => giveBack(share));
    let timer = setTimeout(() => {
      if (isArriving(c)) leave();
      else timer = setTimeout(leave, longestMs - arrivalMs).unref();
    }, arrivalMs).unref();
    try {
      await next();
    } finally {
      clearTimeout(timer);
      leave();
    }
  };
}

function isArriving({ env }: Context<Environment>): boolean {
  return env?.incoming !== undefined && !env.incoming.complete;
}

/** How many provinces were asked for something within the last moments. */
function countPresent(): { note(id: string): void; count(): number } {
  let [before, now] = [new Set<string>(), new Set<string>()];
  let since = performance.now();
  return {
    note(id) {
      const time = performance.now();
      if (time - since > presenceMs) [before, now, since] = [time - since > 2 * presenceMs ? new Set() : now, new Set(), time];
      now.add(id);
    },
    count: () => Math.max(before.size, now.size, 1),
  };
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    act();
  };
}

function crowded(): Problem {
  return new Problem(
    503,
    'province-crowded',
    { vi: 'Có quá nhiều người cùng truy cập, xin thử lại sau ít giây.', en: 'Too many people are here at once, please try again in a few seconds.' },
    { headers: { 'retry-after': '2' } },
  );
}
