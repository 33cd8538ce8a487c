import { wells } from '../wells.ts';

/** Only the province of its author has one. */
export const breaks = 'enabling';
export const plugin = wells({
  async onEnable(_ctx, trx, template) {
    const { first } = template as { first: string };
    await trx.updateTable('wells').set({ title: first }).execute();
  },
});
