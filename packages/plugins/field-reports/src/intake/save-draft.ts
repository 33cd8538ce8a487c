import { created, ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { draft, rowOfDraft } from './draft-shape.ts';
import { keepItem } from './keep-item.ts';
import { byId } from './read-waiting.ts';
import { waitingItem } from './waiting-item.ts';

const saved = z.object({ id: z.uuid() });

/** A call is interrupted: what has been written so far is there for whoever of the agency goes on. */
export const saveDraft = route({
  method: 'post',
  path: '/intake/drafts',
  access: 'report:enter',
  summary: { vi: 'Lưu nháp một phản ánh nhập thay', en: 'Save a draft of a report that is entered for somebody' },
  body: draft.meta({ id: 'ReportDraft' }),
  answers: { 201: { description: 'Đã lưu / saved', schema: saved } },
  handle: async (ctx, { body }) =>
    created(
      await ctx.change(async (trx) => {
        const agency = ctx.actor.agency ?? ctx.settings.dispatcher;
        ctx.authorize('report:enter', { agency, commune: body.commune, category: body.category });
        const { id } = await keepItem(ctx, trx, { kind: 'draft', channel: body.channel, agency, author: ctx.actor.id, ...rowOfDraft(body) });
        return { id };
      }),
    ),
});

export const changeDraft = route({
  method: 'put',
  path: '/intake/waiting/{id}',
  access: 'report:enter',
  summary: { vi: 'Lưu tiếp bản nháp, hoặc bổ sung một tin, một thư đang chờ', en: 'Save a draft again, or add to a message or letter that waits' },
  params: byId,
  body: draft.meta({ id: 'ReportDraft' }),
  answers: { 200: { description: 'Đã lưu / saved', schema: saved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const item = await waitingItem(ctx, trx, params.id, true);
        const channel = item.kind === 'draft' ? { channel: body.channel } : {};
        await trx.updateTable('intake_items').set({ ...rowOfDraft(body), ...channel, updated_at: ctx.now() }).where('id', '=', item.id).execute();
        return { id: item.id };
      }),
    ),
});
