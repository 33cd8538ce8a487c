import { setTimeout as sleep } from 'node:timers/promises';
import { createPostgresBackend, runMigrations, withBackend } from 'bullmq';
import pg from 'pg';
import { type Batch, type Engine, engineOf, type Handler, jobOptions, queueName } from './engine.ts';

// How soon the worker looks again for a database that went away; BullMQ's own 15 s outlast most restarts.
const retryMs = 1_000;

/** BullMQ on its PostgreSQL backend, in the control database: one queue for all provinces, and nothing more to install. */
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
  const handler: Handler = { handle: async () => {} };
  const queue = new Queue<Batch>(queueName, { connection, defaultJobOptions: jobOptions });
  const worker = new Worker<Batch>(queueName, (job) => handler.handle(job.data), { connection, autorun: false, runRetryDelay: retryMs });
  return engineOf(queue, worker, handler, onError);
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
