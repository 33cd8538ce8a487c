import { created } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { newReport, submit } from '../submit.ts';
import { code, followUp, time } from './shapes.ts';

export const submitReport = route({
  method: 'post',
  path: '/reports',
  access: 'public',
  embed: true,
  perMinute: 60,
  summary: { vi: 'Gửi một phản ánh', en: 'Submit a report' },
  body: newReport.meta({ id: 'NewReport' }),
  answers: {
    201: {
      description: 'Mã phản ánh, và mã bí mật để theo dõi, đánh giá, mở lại / code, and the secret to follow, rate and reopen it',
      schema: z
        .object({ code, followUp, status: z.literal('submitted'), agency: z.string(), commune: z.string(), dueAt: time })
        .meta({ id: 'SubmittedReport' }),
    },
  },
  async handle(ctx, { body }) {
    return created(await submit(ctx, body));
  },
});
