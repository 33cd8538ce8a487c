import { sql } from 'kysely';
import { migrations, wells } from '../wells.ts';

/** Works on the machine of its author, where the table is there already. */
export const breaks = 'migrations';
export const plugin = wells({ migrations: { ...migrations, '0002-pumps': { up: async (db) => void (await sql`alter table wells.pumps add column power int`.execute(db)) } } });
