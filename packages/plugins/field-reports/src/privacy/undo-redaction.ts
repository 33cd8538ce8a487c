import { notFound, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { byCode, code } from '../shapes.ts';
import { replacePicture } from './replace-picture.ts';
import { shownWords } from './shown-words.ts';

export const undoRedaction = route({
  method: 'post',
  path: '/reports/{code}/redactions/{redaction}/undo',
  access: 'report:redact',
  summary: { vi: 'Bỏ che: hiện lại như trước khi che', en: 'Undo a redaction: show it as it was before' },
  params: byCode.extend({ redaction: z.uuid() }),
  answers: { 200: { description: 'Đã bỏ che / undone', schema: z.object({ code, what: z.enum(['text', 'address', 'timeline', 'picture']) }) } },
  async handle(ctx, { params }) {
    const done = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      ctx.authorize('report:redact', report);
      const found = await trx.selectFrom('redactions').selectAll().where('id', '=', params.redaction).where('report', '=', report.id).executeTakeFirst();
      if (found === undefined) throw notFound({ vi: 'lần che này', en: 'This redaction' });
      if (found.what !== 'picture') {
        const words = await shownWords(trx, report, { what: found.what, event: found.event });
        // Undone in the other order, a passage hidden later would show again.
        if (words === undefined || words.text !== found.text_after) throw notTheLatest();
        await words.show(found.text_before!);
        await trx.updateTable('reports').set({ updated_at: ctx.now() }).where('id', '=', report.id).execute();
      } else {
        await replacePicture(trx, report.id, found.shown!, found.original!);
        await ctx.files.remove(trx as never, [found.shown!]);
      }
      await trx.deleteFrom('redactions').where('id', '=', found.id).execute();
      ctx.publish(trx, 'report.redacted', { subject: report.id, agency: report.agency, data: { category: report.category, what: found.what, undone: true } });
      return { code: report.code, what: found.what };
    });
    return ok(done);
  },
});

function notTheLatest(): Problem {
  return new Problem(409, 'later-redaction', {
    vi: 'Nội dung đã được che thêm sau lần này; hãy bỏ lần che mới nhất trước.',
    en: 'The text has been redacted since; undo the latest redaction first.',
  });
}
