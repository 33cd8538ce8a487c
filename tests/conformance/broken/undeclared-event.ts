import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route, wells } from '../wells.ts';

/** A type that no webhook can be told about. */
export const breaks = 'published';
const dryOut = route({
  method: 'post',
  path: '/drought',
  access: 'well:dig',
  summary: { vi: 'Báo hạn', en: 'Declare a drought' },
  answers: { 200: { description: 'Đã báo / declared', schema: z.object({}) } },
  async handle(ctx) {
    await ctx.change(async (trx) => ctx.publish(trx, 'drought.declared' as 'well.dug', { subject: 'all', data: { well: '' } }));
    return ok({});
  },
});
export const plugin = wells({ routes: [...wells().routes, dryOut] });
