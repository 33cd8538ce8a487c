import { Queue, Worker } from 'bullmq';
import { type Batch, type Engine, engineOf, type Handler, jobOptions, queueName } from './engine.ts';

const retryMs = 1_000;
const longestAnswerMs = 5_000;

/**
 * BullMQ on Redis or Valkey, for deployments of several worker nodes. It may be flushed, full or away: what it loses
 * comes back from the outbox when its lease is over.
 */
export async function redisEngine(url: string, onError: (error: Error) => void): Promise<Engine> {
  const handler: Handler = { handle: async () => {} };
  const prefix = 'tinhthong';
  const retryStrategy = () => retryMs;
  const queue = new Queue<Batch>(queueName, {
    // The relay learns at once that Redis is away, and gives its tasks back.
    connection: { url, retryStrategy, enableOfflineQueue: true, maxRetriesPerRequest: 1, commandTimeout: longestAnswerMs },
    prefix,
    defaultJobOptions: jobOptions,
  });
  const worker = new Worker<Batch>(queueName, (job) => handler.handle(job.data), {
    // A worker waits for work, however long that takes.
    connection: { url, retryStrategy, maxRetriesPerRequest: null },
    prefix,
    autorun: false,
    runRetryDelay: retryMs,
  });
  return engineOf(queue, worker, handler, onError);
}
