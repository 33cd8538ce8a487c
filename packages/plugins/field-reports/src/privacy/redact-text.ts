import { randomUUID } from 'node:crypto';
import { invalid, ok, type Problem } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { byCode, code } from '../shapes.ts';
import { hidePassages, passage } from './hide-passages.ts';
import { maskFor } from './mask-for.ts';
import { shownWords, type WordsPlace } from './shown-words.ts';

export const redactText = route({
  method: 'post',
  path: '/reports/{code}/redactions/text',
  access: 'report:redact',
  summary: {
    vi: 'Che đoạn chữ trong nội dung, địa chỉ công khai, hoặc câu trả lời, lý do trong diễn biến',
    en: 'Hide passages of the public text, of the public address, or of an answer or a reason in the timeline',
  },
  params: byCode,
  body: z.strictObject({
    of: z.enum(['text', 'address', 'timeline']).default('text').meta({ description: 'Che trong nội dung, địa chỉ hay diễn biến / hide in the text, the address or the timeline' }),
    event: z.int().positive().optional().meta({ description: 'Của diễn biến: lời của sự kiện nào / of the timeline: the words of which event', 'x-from-elsewhere': true }),
    passages: z.array(passage).min(1).max(50),
  }),
  answers: {
    200: { description: 'Phần ấy từ nay công chúng đọc thế nào / how the public reads it from now on', schema: z.object({ code, redaction: z.uuid(), text: z.string() }) },
  },
  async handle(ctx, { params, body }) {
    const done = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').selectAll().where('code', '=', params.code).forUpdate().executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      ctx.authorize('report:redact', report);
      const event = body.of === 'timeline' ? (body.event ?? 0) : null;
      const words = await shownWords(trx, report, { what: body.of, event });
      if (words === undefined) throw nothingThere(body.of);
      // Masked again: a gap may have brought together what was apart.
      const text = await maskFor(ctx, report.category, hidePassages(words.text, body.passages));
      const redaction = randomUUID();
      await trx
        .insertInto('redactions')
        .values({ id: redaction, report: report.id, what: body.of, event, text_before: words.text, text_after: text, shown: null, original: null, regions: null, made_at: ctx.now() })
        .execute();
      await words.show(text);
      await trx.updateTable('reports').set({ updated_at: ctx.now() }).where('id', '=', report.id).execute();
      ctx.publish(trx, 'report.redacted', { subject: report.id, agency: report.agency, data: { category: report.category, what: body.of, undone: false } });
      return { code: report.code, redaction, text };
    });
    return ok(done);
  },
});

function nothingThere(what: WordsPlace['what']): Problem {
  if (what === 'timeline') return invalid('body.event', { vi: 'sự kiện này của diễn biến không có lời nào', en: 'this event of the timeline has no words' });
  return invalid('body.of', { vi: 'phản ánh này không ghi địa chỉ', en: 'this report has no address' });
}
