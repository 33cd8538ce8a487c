import type { Batch } from './engine.ts';

export interface RelayOptions {
  /** Claims ready tasks of a province, oldest first. */
  claim(province: string, limit: number): Promise<readonly number[]>;
  send(batch: Batch): Promise<void>;
  onError(error: Error, province: string): void;
}

export interface Relay {
  /** Tasks may be ready in this province. */
  hint(province: string): void;
  /** A batch of the province has ended; another may go. */
  ended(province: string): void;
  /** Lets what is being claimed be sent, and claims no more. */
  stop(): Promise<void>;
}

const batchSize = 500;
// So much of one province may be under way that none starves the others.
const mostInFlight = 2;
// Tasks gather for a while, so that in a flood a job carries hundreds of them and requests come first.
const gatherMs = 300;

interface Lane {
  inFlight: number;
  timer: NodeJS.Timeout | undefined;
  running: Promise<void> | undefined;
  wanted: boolean;
}

/** Moves claimed tasks from the provinces' outboxes to the engine, a lane a province. */
export function createRelay({ claim, send, onError }: RelayOptions): Relay {
  const lanes = new Map<string, Lane>();
  let stopped = false;

  function laneOf(province: string): Lane {
    let lane = lanes.get(province);
    if (lane === undefined) lanes.set(province, (lane = { inFlight: 0, timer: undefined, running: undefined, wanted: false }));
    return lane;
  }

  function schedule(province: string, lane: Lane): void {
    if (stopped || !lane.wanted || lane.timer !== undefined || lane.running !== undefined || lane.inFlight >= mostInFlight) return;
    lane.timer = setTimeout(() => {
      lane.timer = undefined;
      lane.wanted = false;
      lane.running = pump(province, lane)
        .catch((error: Error) => onError(error, province))
        .finally(() => {
          lane.running = undefined;
          schedule(province, lane);
        });
    }, gatherMs);
  }

  async function pump(province: string, lane: Lane): Promise<void> {
    const tasks = await claim(province, batchSize);
    if (tasks.length === 0) return;
    if (tasks.length === batchSize) lane.wanted = true;
    lane.inFlight += 1;
    try {
      await send({ province, tasks });
    } catch (error) {
      // The engine is away: the lease runs out and a sweep gives the tasks out again.
      lane.inFlight -= 1;
      throw error;
    }
  }

  return {
    hint(province) {
      const lane = laneOf(province);
      lane.wanted = true;
      schedule(province, lane);
    },
    ended(province) {
      const lane = laneOf(province);
      lane.inFlight = Math.max(0, lane.inFlight - 1);
      schedule(province, lane);
    },
    async stop() {
      stopped = true;
      for (const lane of lanes.values()) clearTimeout(lane.timer);
      await Promise.all([...lanes.values()].map(({ running }) => running));
    },
  };
}
