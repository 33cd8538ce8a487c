import { created } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { answers, checkedAnswers } from './given-answers.ts';
import { hold } from './hold-report.ts';
import { newReport, submit } from './submit.ts';
import { code, followUp, time } from '../shapes.ts';

export const submitted = z
  .object({ code, followUp, status: z.literal('submitted'), agency: z.string(), commune: z.string(), dueAt: time })
  .meta({ id: 'SubmittedReport' });

/** Name of the field that people do not see and machines fill in. */
export const trapName = 'website';

export const submitReport = route({
  method: 'post',
  path: '/reports',
  access: 'public',
  embed: true,
  perMinute: 60,
  summary: { vi: 'Gửi một phản ánh', en: 'Submit a report' },
  body: newReport.extend({ answers, [trapName]: z.string().max(300).optional().meta({ const: '', description: 'Để trống / leave empty' }) }).meta({ id: 'NewReport' }),
  answers: {
    201: {
      description: 'Mã phản ánh, và mã bí mật để theo dõi, đánh giá, mở lại / code, and the secret to follow, rate and reopen it',
      schema: submitted,
    },
  },
  async handle(ctx, { body }) {
    const { [trapName]: trap, answers: given, ...report } = body;
    if (trap) return created(await hold(ctx, report));
    return created(await submit(ctx, report, { answers: await checkedAnswers(ctx, report.category, given) }));
  },
});
