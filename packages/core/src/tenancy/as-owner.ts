import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql } from 'kysely';
import { kyselyOn } from '../database/kysely-on.ts';
import { preparedPool } from '../database/prepared-pool.ts';
import { Problem } from '../plugin/problem.ts';
import type { Province, Registry } from './registry.ts';

/** Where a province's database is, and whose it is. */
export type Placement = Pick<Province, 'id' | 'server' | 'database' | 'ownerRole'>;

export interface OwnerOptions {
  readonly onError: (error: Error) => void;
  /** How long to wait for somebody else who changes the schemas of this province. Default 10 s. */
  readonly waitMs?: number;
}

/** Two numbers that PostgreSQL keeps as a lock of this database: whoever changes its schemas holds it. */
export const schemaLock = [1022, 1] as const;

// A statement that waits for a table holds up everybody who comes after it: better to give way and try again.
const longestTableWaitMs = 2_000;
const firstPauseMs = 500;
const passing = new Set(['55P03', '40P01', '40001']);

/** A handle for migrations: one connection with the rights of the province's owner role. */
export function ownerHandle(registry: Registry, place: Placement, onError: (error: Error) => void): Kysely<unknown> {
  return kyselyOn(
    preparedPool({
      connectionString: registry.adminUrl(place.server, place.database),
      max: 1,
      role: place.ownerRole,
      applicationName: `tinhthong migrate ${place.id}`,
      statementTimeout: 0,
      onError,
    }),
  );
}

/**
 * Runs `work` as the only one who changes this province's schemas, on one connection of its owner. The lock ends with
 * the connection: a killed process leaves none behind.
 *
 * @throws Problem 409 `schemas-busy` where somebody else changes them and does not end in time
 */
export async function asOwner<T>(registry: Registry, place: Placement, options: OwnerOptions, work: (owner: Kysely<unknown>) => Promise<T>): Promise<T> {
  const handle = ownerHandle(registry, place, options.onError);
  try {
    return await handle.connection().execute(async (owner) => {
      await takeLock(owner, place.id, options.waitMs ?? 10_000);
      await sql`set lock_timeout = ${sql.lit(longestTableWaitMs)}`.execute(owner);
      return await work(owner);
    });
  } finally {
    await handle.destroy();
  }
}

/** Tries again, at growing distance, what did not get hold of a table or met somebody else's transaction. */
export async function tryAgain<T>(work: () => Promise<T>, attempts = 6): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const code = (error as { code?: unknown }).code;
      if (attempt === attempts || typeof code !== 'string' || !passing.has(code)) throw error;
      await sleep(firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random()));
    }
  }
}

async function takeLock(owner: Kysely<unknown>, province: string, waitMs: number): Promise<void> {
  await sql`set lock_timeout = ${sql.lit(Math.max(1, waitMs))}`.execute(owner);
  try {
    await sql`select pg_advisory_lock(${sql.join(schemaLock.map((part) => sql.lit(part)))})`.execute(owner);
  } catch (error) {
    if ((error as { code?: string }).code !== '55P03') throw error;
    throw new Problem(
      409,
      'schemas-busy',
      { vi: `Cơ sở dữ liệu của "${province}" đang được một tiến trình khác nâng cấp hoặc di chuyển.`, en: `Another process is migrating or moving "${province}".` },
      { detail: { vi: 'Chờ tiến trình đó xong rồi chạy lại.', en: 'Wait until it has ended, then run this again.' }, headers: { 'retry-after': '10' }, cause: error },
    );
  }
}
