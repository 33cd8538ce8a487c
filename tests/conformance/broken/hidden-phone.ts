import { sql } from 'kysely';
import { migrations, wells } from '../wells.ts';

/** Whoever asks for their data would not be shown it. */
export const breaks = 'personal-columns';
export const plugin = wells({ migrations: { ...migrations, '0002-keeper': { up: async (db) => void (await sql`alter table wells.wells add column keeper_phone text`.execute(db)) } } });
