import { notFound, ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { id } from './shapes.ts';

export const confirmMark = route({
  method: 'post',
  path: '/marks/{id}/confirm',
  access: 'mark:confirm',
  summary: { vi: 'Xác nhận một vết lũ', en: 'Confirm a flood mark' },
  params: z.strictObject({ id }),
  answers: { 200: { description: 'Đã xác nhận / confirmed', schema: z.object({ id, confirmed: z.literal(true) }) } },
  handle: async (ctx, { params }) =>
    ok(
      await ctx.change(async (trx) => {
        const mark = await trx.selectFrom('marks').select(['id', 'commune']).where('id', '=', params.id).forUpdate().executeTakeFirst();
        if (mark === undefined) throw notFound({ vi: 'vết lũ', en: 'Flood mark' });
        // A role may be allowed to do this in its own communes only.
        ctx.authorize('mark:confirm', mark);
        await trx.updateTable('marks').set({ confirmed_at: ctx.now() }).where('id', '=', mark.id).where('confirmed_at', 'is', null).execute();
        return { id: mark.id, confirmed: true };
      }),
    ),
});
