import { randomInt } from 'node:crypto';
import type { Batch } from './engine.ts';
import { type Claim, leaseSeconds } from './outbox.ts';

export interface RelayOptions {
  /** Claims ready tasks of a province, oldest first, and says when the next one will be ready. */
  claim(province: string, limit: number): Promise<Claim & { readonly nextMs: number | null }>;
  send(batch: Batch): Promise<void>;
  /** Makes the tasks of a batch ready again that could not be sent. */
  giveBack(batch: Batch): Promise<void>;
  /** So many batches of a province may be under way, that none starves the others. */
  mostInFlight(province: string): number;
  onError(error: Error, province: string): void;
}

export interface Relay {
  /** Tasks may be ready in this province. */
  hint(province: string): void;
  /** A batch has reached a worker of this process, which will say when it has ended. */
  begun(batch: Batch): void;
  /** Another batch of the province may go. False where another node's relay sent this one and has to be told. */
  ended(province: string, batch: number): boolean;
  /** Lets what is being claimed be sent, and claims no more. */
  stop(): Promise<void>;
}

const batchSize = 1_000;
// Tasks gather for a moment; in a flood for longer, so that a job carries hundreds of them and requests come first.
const gatherMs = 100;
const floodGatherMs = 500;
const floodTasks = 100;
// While the province's database or the engine is away, claiming goes on at a growing distance.
const longestPauseMs = 5_000;

interface Lane {
  /** Batches that were sent and have not ended, each with the timer that writes it off when its lease is over. */
  readonly inFlight: Map<number, NodeJS.Timeout>;
  pauseMs: number;
  timer: NodeJS.Timeout | undefined;
  /** Rings when the next task becomes ready. */
  alarm: NodeJS.Timeout | undefined;
  running: Promise<void> | undefined;
  wanted: boolean;
}

/** Moves claimed tasks from the provinces' outboxes to the engine, a lane a province. */
export function createRelay({ claim, send, giveBack, mostInFlight, onError }: RelayOptions): Relay {
  const lanes = new Map<string, Lane>();
  let stopped = false;

  function laneOf(province: string): Lane {
    let lane = lanes.get(province);
    if (lane === undefined) {
      lane = { inFlight: new Map(), pauseMs: gatherMs, timer: undefined, alarm: undefined, running: undefined, wanted: false };
      lanes.set(province, lane);
    }
    return lane;
  }

  function schedule(province: string, lane: Lane): void {
    if (stopped || !lane.wanted || lane.timer !== undefined || lane.running !== undefined || lane.inFlight.size >= mostInFlight(province)) return;
    lane.timer = setTimeout(() => {
      lane.timer = undefined;
      lane.wanted = false;
      lane.running = pump(province, lane)
        .then(
          (claimed) => void (lane.pauseMs = pauseAfter(claimed)),
          (error: Error) => {
            lane.pauseMs = Math.min(longestPauseMs, Math.max(gatherMs, lane.pauseMs) * 2);
            lane.wanted = true;
            onError(error, province);
          },
        )
        .finally(() => {
          lane.running = undefined;
          schedule(province, lane);
        });
    }, lane.pauseMs);
  }

  /** Answers how many tasks it has sent on their way. */
  async function pump(province: string, lane: Lane): Promise<number> {
    const { tasks, until, nextMs } = await claim(province, batchSize);
    if (nextMs !== null) wake(province, lane, nextMs);
    if (tasks.length === 0) return 0;
    if (tasks.length === batchSize) lane.wanted = true;
    const batch = { id: randomInt(2 ** 48 - 1), province, tasks, until };
    lane.inFlight.set(batch.id, setTimeout(() => ended(province, batch.id), leaseSeconds * 1_000).unref());
    try {
      await send(batch);
      return tasks.length;
    } catch (error) {
      ended(province, batch.id);
      await giveBack(batch);
      throw error;
    }
  }

  function wake(province: string, lane: Lane, inMs: number): void {
    clearTimeout(lane.alarm);
    lane.alarm = setTimeout(() => hint(province), Math.min(inMs, 2 ** 31 - 1)).unref();
  }

  function hint(province: string): void {
    const lane = laneOf(province);
    lane.wanted = true;
    schedule(province, lane);
  }

  function ended(province: string, batch: number): boolean {
    const { inFlight } = laneOf(province);
    clearTimeout(inFlight.get(batch));
    const mine = inFlight.delete(batch);
    hint(province);
    return mine;
  }

  return {
    hint,
    begun: ({ province, id }) => clearTimeout(laneOf(province).inFlight.get(id)),
    ended,
    async stop() {
      stopped = true;
      for (const { timer, alarm } of lanes.values()) {
        clearTimeout(timer);
        clearTimeout(alarm);
      }
      await Promise.all([...lanes.values()].map(({ running }) => running));
    },
  };
}

/** A full batch means that more wait: they have gathered long enough. */
function pauseAfter(claimed: number): number {
  if (claimed === batchSize) return 0;
  return claimed >= floodTasks ? floodGatherMs : gatherMs;
}
