import { created, invalid, Problem, timeOrderedId } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byCode, photos, reason, time } from '../shapes.ts';
import { handledStates, lockReport, mustBe, tooEarly } from './lock-report.ts';
import { maskFor } from '../privacy/mask-for.ts';

const farthestDays = 365;
const dayMs = 86_400_000;

/** The handler asks for more time, with the promise and the words that the citizen is to read. */
export const requestExtension = route({
  method: 'post',
  path: '/reports/{code}/extensions',
  access: 'report:handle',
  summary: { vi: 'Đề nghị gia hạn, kèm ngày hứa và lý do người dân đọc được', en: 'Ask for an extension, with a promised date and a reason for the citizen' },
  params: byCode,
  body: z.strictObject({ reason, promisedAt: time, photos }),
  answers: { 201: { description: 'Chờ duyệt / to be decided', schema: z.object({ id: z.uuid(), promisedAt: time }) } },
  handle: async (ctx, { params, body }) =>
    created(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:handle');
        mustBe(report, handledStates, { vi: 'gia hạn', en: 'extend' });
        const now = ctx.now();
        const promised = new Date(body.promisedAt);
        if (promised <= now) throw invalid('body.promisedAt', tooEarly());
        if (promised <= report.due_at) throw invalid('body.promisedAt', { vi: 'phải sau hạn hiện nay', en: 'must be after the present due time' });
        if (promised.getTime() - now.getTime() > farthestDays * dayMs) throw invalid('body.promisedAt', { vi: 'không quá một năm', en: 'at most a year ahead' });
        if (report.due_at <= now && !(await isPaused(trx, report.id))) {
          throw new Problem(409, 'already-late', { vi: 'Đã quá hạn; gia hạn phải được đề nghị trước đó.', en: 'It is late already; an extension has to be asked for before.' });
        }
        const earlier = await trx.selectFrom('extensions').select('state').where('report', '=', report.id).execute();
        if (earlier.some(({ state }) => state === 'requested')) {
          throw new Problem(409, 'already-requested', { vi: 'Đã có một đề nghị gia hạn đang chờ duyệt.', en: 'An extension has been asked for already, and waits to be decided.' });
        }
        const { mostExtensions } = ctx.settings;
        if (earlier.filter(({ state }) => state === 'granted').length >= mostExtensions) {
          throw new Problem(409, 'too-many-extensions', { vi: `Mỗi phản ánh được gia hạn nhiều nhất ${mostExtensions} lần.`, en: `A report can be extended ${mostExtensions} times at most.` });
        }
        const id = timeOrderedId();
        await ctx.attach(trx, body.photos, report.id);
        await trx
          .insertInto('extensions')
          .values({ id, report: report.id, reason: await maskFor(ctx, report.category, body.reason), photos: body.photos, promised_at: promised, requested_at: now, decided_at: null, refusal: null })
          .execute();
        ctx.publish(trx, 'extension.requested', { subject: report.id, agency: report.agency, at: now, data: { category: report.category, extension: id, promisedAt: promised.toISOString() } });
        await ctx.notify(trx, [
          {
            key: `extension:${id}`,
            agency: ctx.settings.dispatcher,
            title: { vi: `Đề nghị gia hạn phản ánh ${report.code}`, en: `Extension asked for: report ${report.code}` },
            link: `/phan-anh/viec/${report.code}`,
          },
        ]);
        return { id, promisedAt: promised.toISOString() };
      }),
    ),
});

async function isPaused(trx: Parameters<typeof lockReport>[1], report: string): Promise<boolean> {
  return (await trx.selectFrom('pauses').select('id').where('report', '=', report).where('ended_at', 'is', null).executeTakeFirst()) !== undefined;
}
