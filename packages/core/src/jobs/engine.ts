import type { Claim } from './outbox.ts';

/** A message to a worker: which tasks of which province to take out of the outbox. Ids only, never personal data. */
export interface Batch extends Claim {
  /** Random; for the relay that sent it. */
  readonly id: number;
  readonly province: string;
}

/** The queue engine distributes batches over workers, and nothing else: attempts and death live in the outbox. */
export interface Engine {
  /** @throws where the engine is away, and soon: what waits in a process dies with it, what stays in the outbox does not */
  add(batch: Batch): Promise<void>;
  /** Takes batches, at most `concurrency` at a time. */
  work(concurrency: number, handle: (batch: Batch) => Promise<void>): void;
  close(): Promise<void>;
}

export const queueName = 'tasks';
// Ended jobs are removed at once: BullMQ answers a second `add` of a kept id with silence.
export const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

interface Part {
  on(event: 'error', listener: (error: Error) => void): unknown;
  waitUntilReady(): Promise<unknown>;
  close(): Promise<void>;
}
interface Sending extends Part {
  add(name: string, batch: Batch): Promise<unknown>;
}
interface Receiving extends Part {
  concurrency: number;
  run(): Promise<void>;
}

/** An engine of BullMQ's two parts, whatever they stand on. */
export async function engineOf(queue: Sending, worker: Receiving, handler: Handler, onError: (error: Error) => void): Promise<Engine> {
  queue.on('error', onError);
  worker.on('error', onError);
  // Both remember a first connection that failed, and would refuse for ever: then the start has failed.
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  return {
    add: async (batch) => void (await queue.add('batch', batch)),
    work(concurrency, handle) {
      handler.handle = handle;
      worker.concurrency = concurrency;
      void worker.run().catch(onError);
    },
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}

/** What a worker is made with, before anybody has said what it does. */
export interface Handler {
  handle(batch: Batch): Promise<void>;
}
