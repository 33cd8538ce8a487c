import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import type { Claim } from './outbox.ts';

/** A message to a worker: which tasks of which province to take out of the outbox. Ids only, never personal data. */
export interface Batch extends Claim {
  /** Random; for the relay that sent it. */
  readonly id: number;
  readonly province: string;
}

/** The queue engine distributes batches over workers, and nothing else: attempts and death live in the outbox. */
export interface Engine {
  add(batch: Batch): Promise<void>;
  /** Takes batches, at most `concurrency` at a time. */
  work(concurrency: number, handle: (batch: Batch) => Promise<void>): void;
  close(): Promise<void>;
}

const queueName = 'tasks';
// How soon the worker looks again for a database that went away; BullMQ's own 15 s outlast most restarts.
const retryMs = 1_000;
// Ended jobs are removed at once: BullMQ answers a second `add` of a kept id with silence.
const jobOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

/** BullMQ on its PostgreSQL backend, in the control database: one queue for all provinces. */
export async function postgresEngine(connectionString: string, onError: (error: Error) => void): Promise<Engine> {
  const client = new pg.Client({ connectionString });
  await client.connect();
  try {
    await runMigrations(client);
  } finally {
    await client.end();
  }
  const { Queue, Worker } = withBackend(unhurriedBackend);
  const connection = {
    connectionString,
    max: 4,
    application_name: 'tinhthong engine',
    connectionTimeoutMillis: 5_000,
    statement_timeout: 10_000,
    keepAlive: true,
  };
  let handle: (batch: Batch) => Promise<void> = async () => {};
  const queue = new Queue<Batch>(queueName, { connection, defaultJobOptions: jobOptions });
  const worker = new Worker<Batch>(queueName, (job) => handle(job.data), { connection, autorun: false, runRetryDelay: retryMs });
  queue.on('error', onError);
  worker.on('error', onError);
  // Both remember a first connection that failed, and would refuse for ever: then the start has failed.
  await Promise.all([queue.waitUntilReady(), worker.waitUntilReady()]);
  return {
    add: async (batch) => void (await queue.add('batch', batch)),
    work(concurrency, handler) {
      handle = handler;
      worker.concurrency = concurrency;
      void worker.run().catch(onError);
    },
    async close() {
      await worker.close();
      await queue.close();
    },
  };
}

/** Without its tables, or refused by the server, a worker would ask again at once, a hundred times a second. */
const unhurriedBackend: typeof createPostgresBackend = (...options) => {
  const backend = createPostgresBackend(...options);
  const moveToActive = backend.moveToActive.bind(backend);
  backend.moveToActive = async (...job) => {
    try {
      return await moveToActive(...job);
    } catch (error) {
      await sleep(retryMs);
      throw error;
    }
  };
  return backend;
};
