import { newId, wells } from '../wells.ts';

/** Each time it is switched on there is one well more. */
export const breaks = 'switching';
export const plugin = wells({
  onEnable: async (_ctx, trx) => void (await trx.insertInto('wells').values({ id: newId(), title: 'Giếng đình', depth_cm: 900, notes: 0 }).execute()),
});
