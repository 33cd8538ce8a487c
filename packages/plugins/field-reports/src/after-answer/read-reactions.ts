import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { byCode, rating, time } from '../shapes.ts';
import { reportNotFound } from './follow-up.ts';
import { remark, remarksOf } from './remarks.ts';

const reactions = z
  .object({
    remarks: z.array(remark),
    ratings: z.array(z.object({ by: z.enum(['reporter', 'voice']), rating, comment: z.string().nullable(), at: time })),
    disputedAt: time.nullable().meta({ description: 'Từ lúc nào chờ cấp trên quyết định / since when it waits for the supervisor' }),
  })
  .meta({ id: 'Reactions' });
export type Reactions = z.output<typeof reactions>;

export const readReactions = route({
  method: 'get',
  path: '/inbox/{code}/reactions',
  access: 'report:read',
  summary: { vi: 'Người gửi đã bổ sung gì, đánh giá ra sao, đề nghị gì; đã che, không nói là ai', en: 'What the reporter added, how they rated, what they asked for; masked, never who it was' },
  params: byCode,
  answers: { 200: { description: 'Theo thứ tự thời gian / in the order of time', schema: reactions } },
  async handle(ctx, { params }) {
    const report = await ctx.db.selectFrom('reports').select(['id', 'category', 'disputed_at']).where('code', '=', params.code).where(ctx.allowed('report:read')).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const [remarks, ratings] = await Promise.all([
      remarksOf(ctx, report.id),
      ctx.db.selectFrom('ratings').select(['rater', 'rating', 'comment', 'at']).where('report', '=', report.id).orderBy('at').limit(200).execute(),
    ]);
    const masked = (text: string | null) => (text === null ? null : maskFor(ctx, report.category, text));
    return ok({
      remarks: await Promise.all(remarks.map(async ({ kind, text, at, photos }) => ({ kind, text: await masked(text), at, photos: photos.length }))),
      ratings: await Promise.all(ratings.map(async ({ rater, rating, comment, at }) => ({ by: rater === 'reporter' ? 'reporter' : 'voice', rating, comment: await masked(comment), at }))),
      disputedAt: report.disputed_at,
    });
  },
});
