import type pg from 'pg';
import type { Table } from './read-tables.ts';

/** All that `work` reads there is of one moment. */
export async function inSnapshot<T>(source: pg.Client, work: () => Promise<T>): Promise<T> {
  await source.query('begin isolation level repeatable read');
  return inTransaction(source, work);
}

/** Ends the transaction that was begun. */
export async function inTransaction<T>(source: pg.Client, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    await source.query('commit');
    return result;
  } catch (error) {
    await source.query('rollback');
    throw error;
  }
}

/** Begins a transaction in which nobody else writes: readers pass, writers that are under way are waited for, later ones wait. */
export async function holdWriters(source: pg.Client, tables: readonly Table[]): Promise<void> {
  await source.query(`begin; set local lock_timeout = '2s'`);
  try {
    await source.query(`lock table ${tables.map(({ name }) => name).join(', ')} in exclusive mode`);
  } catch (error) {
    await source.query('rollback');
    throw error;
  }
}
