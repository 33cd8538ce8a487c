import type pg from 'pg';
import { gather, gatheringOn } from './gather.ts';

// A few batches at a time: the next gathers meanwhile, and a flood costs few round trips. Rows found by their key are soon there.
const reading = { atOnce: 32, underWay: 3 };
/**
 * PostgreSQL makes the plan of a prepared statement once where that costs no more than one for the values at hand, and of an
 * array it does not see it supposes ten: fewer would look cheaper, and be planned anew each time, which is most of the work.
 */
const supposed = 10;

/** The row of a key; see `Context.lookUp`. */
export async function lookUp<Row extends object>(pool: pg.Pool, text: string, key: string): Promise<Row | undefined> {
  const find = gatheringOn(pool, text, () =>
    gather(async (keys: readonly string[]) => {
      const { rows } = await pool.query<Row & { key: string }>(text, [padded(keys)]);
      const found = new Map(rows.map((row) => [row.key, row]));
      return keys.map((one) => found.get(one));
    }, reading),
  );
  return find(key);
}

function padded(keys: readonly string[]): readonly string[] {
  return keys.length < supposed ? [...keys, ...Array<string>(supposed - keys.length).fill(keys[0]!)] : keys;
}
