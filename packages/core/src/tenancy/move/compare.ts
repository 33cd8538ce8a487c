import type pg from 'pg';
import type { Table } from './read-tables.ts';

/** Tables whose rows are not the same in both databases; empty where all are. Counts them, and adds up a hash of each. */
export async function differences(source: pg.Client, target: pg.Client, tables: readonly Table[]): Promise<string[]> {
  const different = [];
  for (const { name, columns } of tables) {
    const sum = `select count(*)::text as rows, coalesce(sum(hashtextextended(row::text, 0)::numeric), 0)::text as hash from (select ${columns} from ${name}) as row`;
    const [here, there] = await Promise.all([source, target].map((client) => client.query<{ rows: string; hash: string }>(sum)));
    const [a, b] = [here!.rows[0]!, there!.rows[0]!];
    if (a.rows !== b.rows || a.hash !== b.hash) different.push(`${name}: ${a.rows}/${b.rows}`);
  }
  return different;
}
