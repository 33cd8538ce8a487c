import { sql } from 'kysely';
import { migrations, wells } from '../wells.ts';

/** A table among the core's own. */
export const breaks = 'migrations';
export const plugin = wells({ migrations: { ...migrations, '0002-pumps': { up: async (db) => void (await sql`create table core.pumps (id int)`.execute(db)) } } });
