import { invalid, notFound, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { code, reason, time } from '../shapes.ts';
import { keepClocks } from './keep-clocks.ts';
import { lockReport, mustBeOpen } from './lock-report.ts';
import { onExtended } from './plan-clocks.ts';

/** Whoever the province lets extend says yes, and the citizen sees the new date and why; or no, with a reason. */
export const decideExtension = route({
  method: 'post',
  path: '/reports/{code}/extensions/{id}/decide',
  access: 'report:extend',
  summary: { vi: 'Duyệt hoặc từ chối gia hạn', en: 'Grant or refuse an extension' },
  params: z.strictObject({ code, id: z.uuid().meta({ 'x-from-elsewhere': true }) }),
  body: z.strictObject({ granted: z.boolean(), refusal: reason.optional() }),
  answers: { 200: { description: 'Hạn sau quyết định / the due time after it', schema: z.object({ code, granted: z.boolean(), dueAt: time }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:extend');
        const asked = await trx.selectFrom('extensions').selectAll().where('id', '=', params.id).where('report', '=', report.id).executeTakeFirst();
        if (asked === undefined) throw notFound({ vi: 'đề nghị gia hạn', en: 'Extension' });
        if (asked.state !== 'requested') throw new Problem(409, 'already-decided', { vi: 'Đề nghị này đã được quyết định.', en: 'This has been decided already.' });
        const at = ctx.now();
        const event = { subject: report.id, agency: report.agency, at };
        if (!body.granted) {
          if (body.refusal === undefined) throw invalid('body.refusal', { vi: 'hãy nêu lý do không đồng ý', en: 'give a reason for refusing' });
          await trx.updateTable('extensions').set({ state: 'refused', decided_at: at, refusal: body.refusal }).where('id', '=', asked.id).execute();
          ctx.publish(trx, 'extension.refused', { ...event, data: { category: report.category, extension: asked.id } });
          return { code: report.code, granted: false, dueAt: report.due_at.toISOString() };
        }
        mustBeOpen(report, { vi: 'gia hạn', en: 'extend' });
        if (asked.promised_at <= at) throw new Problem(409, 'promise-past', { vi: 'Ngày hứa đã qua; hãy từ chối và đề nghị lại.', en: 'The promised date has passed; refuse it and ask again.' });
        await trx.updateTable('extensions').set({ state: 'granted', decided_at: at }).where('id', '=', asked.id).execute();
        const kept = await keepClocks(ctx, trx, report, { type: 'report.extended', at, times: (plan) => onExtended(plan, asked.promised_at) });
        await trx.updateTable('reports').set({ ...kept.set, updated_at: at }).where('id', '=', report.id).execute();
        const dueAt = kept.data.dueAt ?? report.due_at.toISOString();
        const data = { category: report.category, reason: await maskFor(ctx, report.category, asked.reason), extension: asked.id, before: report.due_at.toISOString(), ...kept.data, dueAt };
        ctx.publish(trx, 'report.extended', { ...event, data });
        ctx.tell(trx, 'report-extended', { to: { subject: report.id }, data: { code: report.code }, link: `/phan-anh/theo-doi?code=${report.code}` });
        return { code: report.code, granted: true, dueAt };
      }),
    ),
});
