import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';

/** A message to a worker: which tasks of which province to take out of the outbox. Ids only, never personal data. */
export interface Batch {
  readonly province: string;
  readonly tasks: readonly number[];
}

/** The queue engine distributes batches over workers, and nothing else: attempts and death live in the outbox. */
export interface Engine {
  add(batch: Batch): Promise<void>;
  /** Takes batches, at most `concurrency` at a time. */
  work(concurrency: number, handle: (batch: Batch) => Promise<void>): void;
  close(): Promise<void>;
}

const queueName = 'tasks';
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
  const { Queue, Worker } = withBackend(createPostgresBackend);
  const connection = { connectionString, max: 4, application_name: 'tinhthong engine' };
  const queue = new Queue<Batch>(queueName, { connection, defaultJobOptions: jobOptions });
  queue.on('error', onError);
  let worker: InstanceType<typeof Worker<Batch>> | undefined;
  return {
    add: async (batch) => void (await queue.add('batch', batch)),
    work(concurrency, handle) {
      worker = new Worker<Batch>(queueName, (job) => handle(job.data), { connection, concurrency });
      worker.on('error', onError);
    },
    async close() {
      await worker?.close();
      await queue.close();
    },
  };
}
