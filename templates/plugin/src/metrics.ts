import type { Metric } from '@tinhthong/core';
import type { FloodMarks } from './module.ts';

export const metrics: Readonly<Record<string, Metric<FloodMarks>>> = {
  'floodmarks.confirmed_rate': {
    title: { vi: 'Tỷ lệ vết lũ được xác nhận', en: 'Share of flood marks confirmed' },
    unit: '%',
    direction: 'up',
    leastN: 30,
    compute: (ctx, { from, to }) =>
      ctx.db
        .selectFrom('marks')
        .select(({ fn }) => [fn.count<number>('confirmed_at').as('numerator'), fn.countAll<number>().as('denominator')])
        .where('recorded_at', '>=', from)
        .where('recorded_at', '<', to)
        .executeTakeFirstOrThrow(),
  },
};
