import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { reason } from '../shapes.ts';
import { byId } from './read-waiting.ts';
import { waitingItem } from './waiting-item.ts';

/** It is no report: an advertisement, a wrong number. It stays among what was put aside for the days that the province keeps it. */
export const discardWaiting = route({
  method: 'post',
  path: '/intake/waiting/{id}/discard',
  access: 'report:enter',
  summary: { vi: 'Bỏ một mục chờ tiếp nhận, kèm lý do', en: 'Put aside one that waits, with the reason' },
  params: byId,
  body: z.strictObject({ reason }),
  answers: { 200: { description: 'Đã bỏ / put aside', schema: z.object({ id: z.uuid(), state: z.literal('discarded') }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const { id, kind, agency } = await waitingItem(ctx, trx, params.id, true);
        await trx.updateTable('intake_items').set({ state: 'discarded', fault: body.reason, updated_at: ctx.now() }).where('id', '=', id).execute();
        ctx.publish(trx, 'intake.discarded', { subject: id, agency, data: { kind, reason: body.reason } });
        return { id, state: 'discarded' as const };
      }),
    ),
});
