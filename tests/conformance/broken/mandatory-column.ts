import { sql } from 'kysely';
import { migrations, wells } from '../wells.ts';

/** The code before this one does not fill it. */
export const breaks = 'additive';
export const plugin = wells({ migrations: { ...migrations, '0002-sensor': { up: async (db) => void (await sql`alter table wells.old_readings add column sensor text not null`.execute(db)) } } });
