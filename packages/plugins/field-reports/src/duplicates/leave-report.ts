import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { countVoiceRatings } from '../after-answer/voice-ratings.ts';
import { route } from '../module.ts';
import { byCode, code, followUp } from '../shapes.ts';
import { addVoices } from './merge-chain.ts';
import { standingOf } from './standing.ts';

export const leaveReport = route({
  method: 'post',
  path: '/reports/{code}/leave',
  access: 'public',
  perMinute: 20,
  summary: { vi: 'Rút tiếng nói đã góp', en: 'Take one’s voice back' },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional() }),
  answers: { 200: { description: 'Đã rút / taken back', schema: z.object({ code, left: z.literal(true) }) } },
  handle: async (ctx, { params, body }) =>
    ok(
      await ctx.change(async (trx) => {
        const report = await trx.selectFrom('reports').select(['id', 'code', 'reporter']).where('code', '=', params.code).executeTakeFirst();
        if (report === undefined) throw reportNotFound();
        const standing = await standingOf(ctx, trx, report, body.followUp);
        // Whether the report exists is not for whoever has no voice there.
        if (standing?.as !== 'voice') throw reportNotFound();
        await trx.deleteFrom('subscriptions').where('voice', '=', standing.voice).execute();
        const voice = await trx.deleteFrom('voices').where('id', '=', standing.voice).returning(['report', 'counted']).executeTakeFirstOrThrow();
        if (voice.counted) await addVoices(trx, voice.report, -1);
        // Wherever it was given: what is rated is the last report of a chain, and chains change.
        const rated = await trx.deleteFrom('ratings').where('rater', '=', standing.voice).returning('report').execute();
        for (const { report: id } of rated) await countVoiceRatings(trx, id);
        return { code: report.code, left: true as const };
      }),
    ),
});
