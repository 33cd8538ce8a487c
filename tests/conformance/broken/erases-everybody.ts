import { personalData, wells } from '../wells.ts';

/** One citizen asks, and all are gone. */
export const breaks = 'erasure';
export const plugin = wells({ personalData: { ...personalData, eraseFor: (ctx) => ctx.change(async (trx) => void (await trx.deleteFrom('notes').execute())) } });
