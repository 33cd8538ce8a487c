import { created, invalid, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { staffChannels } from './channels.ts';
import { callerContact } from './draft-shape.ts';
import { answers, checkedAnswers } from './given-answers.ts';
import { newReport, submit } from './submit.ts';
import { submitted } from './submit-report.ts';
import { contactOf } from './take-in.ts';
import { waitingItem } from './waiting-item.ts';

/** The same queue and the same codes as everything else; the code and its secret are read out to the caller. */
export const enterReport = route({
  method: 'post',
  path: '/intake/reports',
  access: 'report:enter',
  summary: { vi: 'Nhập phản ánh thay người dân: từ cuộc gọi, hoặc từ một mục đang chờ', en: 'Enter a report for somebody: of a call, or of something that waits' },
  body: newReport
    .extend({ answers, channel: z.enum(staffChannels).default('hotline'), contact: callerContact.optional(), item: z.uuid().optional().meta({ description: 'Bản nháp, tin hoặc thư đang chờ, trở thành phản ánh này / what waits, and becomes this report' }) })
    .meta({ id: 'EnteredReport' }),
  answers: { 201: { description: 'Mã phản ánh, và mã theo dõi để đọc cho người dân / code, and the secret to be read out', schema: submitted } },
  async handle(ctx, { body }) {
    const { item: id, answers: given, ...report } = body;
    const answered = await checkedAnswers(ctx, report.category, given);
    if (id === undefined) return created(await submit(ctx, report, { onBehalf: true, answers: answered }));
    const item = await waitingItem(ctx, ctx.db, id).catch((problem: unknown) => {
      throw problem instanceof Problem ? invalid('body.item', { vi: 'không còn chờ, hoặc không có', en: 'does not wait any more, or is not there' }) : problem;
    });
    const own = item.kind === 'draft' ? {} : { channel: item.channel };
    return created(await submit(ctx, { ...report, ...own, contact: report.contact ?? contactOf(item) }, { item, onBehalf: true, answers: answered }));
  },
});
