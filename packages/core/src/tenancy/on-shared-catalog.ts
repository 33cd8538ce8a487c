import { setTimeout as sleep } from 'node:timers/promises';
import type { Kysely, RawBuilder } from 'kysely';

const attempts = 20;

/**
 * Runs a statement that changes rights or limits of a database or a role. PostgreSQL keeps these in catalogs that all
 * databases of a server share, and lets whoever comes second fail instead of wait, as two nodes that start at once do.
 */
export async function onSharedCatalog<T>(db: Kysely<T>, statement: RawBuilder<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await statement.execute(db);
      return;
    } catch (error) {
      const { code, message } = error as Error & { code?: string };
      if (code !== 'XX000' || !/^tuple concurrently (updated|deleted)/.test(message) || attempt === attempts) throw error;
      await sleep(10 * attempt * Math.random());
    }
  }
}
