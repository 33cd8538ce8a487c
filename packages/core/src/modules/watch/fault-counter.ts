/** What a module may do wrong in one province before it is suspended there; settings of the deployment. */
export interface WatchLimits {
  /** Faults within the window. A handler that throws is one, one that overruns counts as four: it held everybody up. */
  readonly faults: number;
  readonly windowSeconds: number;
  /** Events, tasks and log lines that background work adds within a minute, beyond the tasks it has done. */
  readonly floodPerMinute: number;
  /** How long a request may take. */
  readonly handlerSeconds: number;
}

/**
 * A window of five minutes tells a broken module from a bad moment. The database ends a statement after 15 s, so a
 * request that takes 30 s was held up by the module's own code.
 */
export const defaultLimits: WatchLimits = { faults: 20, windowSeconds: 300, floodPerMinute: 100_000, handlerSeconds: 30 };

export const overrunWeight = 4;
// Whoever finds an address that fails must not be able to switch off a module for a whole province alone.
const mostOfOneCaller = 0.5;
// A module of which most runs still succeed serves more people than its suspension would protect.
const leastShare = 0.5;
const slices = 10;
const floodSlices = 6;

interface Slice {
  readonly number: number;
  runs: number;
  faults: number;
  readonly byCaller: Map<string, number>;
}

export interface FaultCounter {
  ran(at: number): void;
  /** Answers whether it has been too much. */
  failed(at: number, weight: number, caller: string | undefined): boolean;
  wrote(at: number, lines: number): boolean;
}

/** What one module does in one province, in slices of time so that the past falls away. Times in milliseconds. */
export function faultCounter(limits: WatchLimits): FaultCounter {
  const sliceMs = (limits.windowSeconds * 1_000) / slices;
  let window: Slice[] = [];
  let written: { number: number; lines: number }[] = [];

  function sliceAt(at: number): Slice {
    const number = Math.floor(at / sliceMs);
    let slice = window.at(-1);
    if (slice?.number !== number) {
      window = window.filter((one) => one.number > number - slices);
      window.push((slice = { number, runs: 0, faults: 0, byCaller: new Map() }));
    }
    return slice;
  }

  return {
    ran: (at) => void (sliceAt(at).runs += 1),
    failed(at, weight, caller) {
      const slice = sliceAt(at);
      const most = limits.faults * mostOfOneCaller;
      const before = caller === undefined ? 0 : window.reduce((sum, { byCaller }) => sum + (byCaller.get(caller) ?? 0), 0);
      const counted = caller === undefined ? weight : Math.min(weight, Math.max(0, most - before));
      slice.faults += counted;
      if (caller !== undefined && counted > 0) slice.byCaller.set(caller, (slice.byCaller.get(caller) ?? 0) + counted);
      const sum = (what: 'runs' | 'faults') => window.reduce((total, one) => total + one[what], 0);
      return sum('faults') >= limits.faults && sum('faults') >= leastShare * sum('runs');
    },
    wrote(at, lines) {
      const number = Math.floor(at / (60_000 / floodSlices));
      written = written.filter((one) => one.number > number - floodSlices);
      if (written.at(-1)?.number === number) written.at(-1)!.lines += lines;
      else written.push({ number, lines });
      return written.reduce((sum, one) => sum + one.lines, 0) > limits.floodPerMinute;
    },
  };
}
