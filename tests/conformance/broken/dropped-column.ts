import { sql } from 'kysely';
import { migrations, wells } from '../wells.ts';

/** The code before this one still reads it. */
export const breaks = 'additive';
export const plugin = wells({ migrations: { ...migrations, '0002-tidy': { up: async (db) => void (await sql`alter table wells.old_readings drop column cm`.execute(db)) } } });
