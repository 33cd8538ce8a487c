import type pg from 'pg';
import { gather, gatheringOn } from './gather.ts';

// Short batches: a read waits for nobody's disk, only for those who have asked in the same moment.
const reading = { atOnce: 32, underWay: 3 };

/** The row of a key; see `Context.lookUp`. */
export async function lookUp<Row extends object>(pool: pg.Pool, text: string, key: string): Promise<Row | undefined> {
  const find = gatheringOn(pool, text, () =>
    gather(async (keys: readonly string[]) => {
      const { rows } = await pool.query<Row & { key: string }>(text, [keys]);
      const found = new Map(rows.map((row) => [row.key, row]));
      return keys.map((one) => found.get(one));
    }, reading),
  );
  return find(key);
}
