import { personalData, wells } from '../wells.ts';

/** The writer is forgotten, what they wrote is not. */
export const breaks = 'erasure';
export const plugin = wells({
  personalData: {
    ...personalData,
    eraseFor: (ctx, account) => ctx.change(async (trx) => void (await trx.updateTable('notes').set({ account: null }).where('account', '=', account).execute())),
  },
});
