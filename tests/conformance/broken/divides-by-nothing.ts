import { wells } from '../wells.ts';

/** Fine as long as there are wells. */
export const breaks = 'figures';
export const plugin = wells({
  metrics: {
    'wells.noted': {
      ...wells().metrics['wells.noted']!,
      async compute(ctx) {
        const { noted, all } = await ctx.db.selectFrom('wells').select((eb) => [eb.fn.countAll<number>().filterWhere('notes', '>', 0).as('noted'), eb.fn.countAll<number>().as('all')]).executeTakeFirstOrThrow();
        return { numerator: (Number(noted) / Number(all)) * 100, denominator: 100 };
      },
    },
  },
});
