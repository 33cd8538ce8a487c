import { personalData, wells } from '../wells.ts';

/** Says that a note was written, and not what it says. */
export const breaks = 'erasure';
export const plugin = wells({ personalData: { ...personalData, exportFor: (ctx, account) => ctx.db.selectFrom('notes').select('well').where('account', '=', account).execute() } });
