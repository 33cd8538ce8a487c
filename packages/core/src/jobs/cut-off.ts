import { type Kysely, sql, type Transaction } from 'kysely';

/** Its time is over. */
export class Overrun extends Error {
  constructor(seconds: number) {
    super(`Overran its ${seconds} s`);
    this.name = 'Overrun';
  }
}

/** Runs `work` with a signal that is aborted when the time is over; whatever fails after that has failed of it. */
export async function within<T>(seconds: number, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const overrun = new AbortController();
  const timer = setTimeout(() => overrun.abort(new Overrun(seconds)), seconds * 1_000);
  try {
    return await work(overrun.signal);
  } catch (error) {
    throw overrun.signal.aborted ? overrun.signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}

/** Waits for `work`, but no longer than until the signal: what goes on then goes on alone. */
export async function orAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = () => reject(signal.reason as Error);
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/**
 * Waits for work inside a transaction, but no longer than until the signal. Then the transaction's session is ended
 * before anything else happens: a handler that goes on would otherwise send its next statement right behind the
 * rollback, on a connection that no longer has a transaction, and it would be stored.
 */
export async function orSessionEnded<DB, T>(db: Kysely<DB>, trx: Transaction<DB>, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(trx);
  try {
    return await orAborted(signal, work);
  } catch (error) {
    if (signal.aborted) await sql`select pg_terminate_backend(${rows[0]!.pid}, 5000)`.execute(db);
    throw error;
  }
}
