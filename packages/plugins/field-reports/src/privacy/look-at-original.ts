import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { remark, remarksOf } from '../after-answer/remarks.ts';
import { route } from '../module.ts';
import { withPurpose } from './look-with-purpose.ts';
import { byCode } from '../shapes.ts';

/** Long enough to look, too short to hand around. */
const linkSeconds = 600;

export const lookAtOriginal = route({
  method: 'post',
  path: '/reports/{code}/original',
  access: 'report:original',
  summary: { vi: 'Xem nguyên văn và ảnh chưa che, với mục đích được ghi lại', en: 'See the text as it was written and the pictures without bars, for a purpose that is recorded' },
  params: byCode,
  body: withPurpose,
  answers: {
    200: {
      description: 'Nguyên văn, và bản gốc của ảnh đã che / the original text, and the originals of redacted pictures',
      schema: z.object({
        text: z.string(),
        address: z.string().nullable(),
        remarks: z.array(remark.omit({ photos: true })).meta({ description: 'Điều người gửi bổ sung, chưa che / what the reporter added, unmasked' }),
        timeline: z.array(z.object({ event: z.int(), text: z.string() })).meta({ description: 'Lời đã che trong diễn biến / hidden words of the timeline' }),
        pictures: z.array(z.object({ picture: z.uuid(), original: z.string() })),
      }),
    },
  },
  async handle(ctx, { params, body }) {
    const id = await ctx.change(async (trx) => {
      const report = await trx.selectFrom('reports').select(['id', 'agency', 'commune', 'category']).where('code', '=', params.code).executeTakeFirst();
      if (report === undefined) throw reportNotFound();
      ctx.authorize('report:original', report);
      ctx.publish(trx, 'original.viewed', { subject: report.id, agency: report.agency, data: { category: report.category, purpose: body.purpose } });
      return report.id;
    });
    // After its record, so that there is no look without one; and outside the change, whose result is kept for repeats.
    const { description, address } = await ctx.db.selectFrom('reports').select(['description', 'address']).where('id', '=', id).executeTakeFirstOrThrow();
    const hidden = await ctx.db.selectFrom('redactions').select(['shown', 'original']).where('report', '=', id).where('what', '=', 'picture').execute();
    // An address is kept as the public reads it; what stood there before it was first hidden is the original.
    const first = await ctx.db.selectFrom('redactions').select('text_before').where('report', '=', id).where('what', '=', 'address').orderBy('made_at').limit(1).executeTakeFirst();
    const timeline = await ctx.db.selectFrom('redactions').distinctOn('event').select(['event', 'text_before as text']).where('report', '=', id).where('what', '=', 'timeline').orderBy('event').orderBy('made_at').execute();
    const remarks = await remarksOf(ctx, id);
    return ok({
      text: description,
      address: first?.text_before ?? address,
      remarks: remarks.map(({ kind, text, at }) => ({ kind, text, at })),
      timeline: timeline.map(({ event, text }) => ({ event: event!, text: text! })),
      pictures: hidden.map(({ shown, original }) => ({ picture: shown, original: ctx.files.link(original!, { maxAge: linkSeconds }) })),
    });
  },
});
