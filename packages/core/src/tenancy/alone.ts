import { Problem } from '../plugin/problem.ts';
import type { Registry } from './registry.ts';

/**
 * Runs `work` while nobody else, on whichever machine, runs any of the same name: each would clear away what the other
 * is making. The lock ends with its connection, so a killed process leaves none behind.
 *
 * @throws Problem 409 `already-running`
 */
export async function alone<T>({ pool }: Registry, name: string, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as mine', [name]);
    if (!rows[0]!.mine) {
      throw new Problem(409, 'already-running', {
        vi: `Một tiến trình khác đang làm việc này (${name}); chờ nó xong.`,
        en: `Another process is doing this (${name}); wait until it has ended.`,
      });
    }
    return await work();
  } finally {
    // Whoever asks next need not wait for the connection to end; and it is not given back to the pool, where a lock would live on.
    await client.query('select pg_advisory_unlock_all()').catch(() => undefined);
    client.release(true);
  }
}
