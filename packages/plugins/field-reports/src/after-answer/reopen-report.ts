import { ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../handling/move-report.ts';
import { route } from '../module.ts';
import { byCode, followUp, moved, photos, reason } from '../shapes.ts';
import { aboveOf, answeredBy } from './above.ts';
import { addRemark } from './remarks.ts';
import { mayReopenAt, reopeningOf } from './reopening.ts';

export const reopenReport = route({
  method: 'post',
  path: '/reports/{code}/reopen',
  access: 'public',
  embed: true,
  perMinute: 30,
  summary: {
    vi: 'Người gửi mở lại phản ánh chưa được xử lý xong; lần thứ hai chuyển đơn vị khác hoặc cấp trên',
    en: 'The reporter reopens a report that was not solved; the second time it goes to another agency or the supervisor',
  },
  params: byCode,
  body: z.strictObject({ followUp: followUp.optional(), reason, photos }),
  answers: { 200: { description: 'Trạng thái mới / the new state', schema: moved } },
  handle: async (ctx, { params, body }) =>
    ok(
      await moveReport(ctx, {
        move: 'reopen',
        code: params.code,
        followUp: body.followUp,
        async prepare(report, trx) {
          const { reopenDays } = ctx.settings;
          if (!mayReopenAt(report.answered_at ?? report.updated_at, ctx.now(), reopenDays)) throw tooLate(reopenDays);
          const outcome = reopeningOf({ times: report.reopened, agency: report.agency, answeredBy: await answeredBy(trx, report.id), above: await aboveOf(ctx, report.agency) });
          if (outcome === 'supervisor-decides') throw supervisorDecides(report.code);
          await addRemark(ctx, trx, report, { kind: 'reopened', text: body.reason, photos: body.photos });
          await ctx.notify(trx, [
            {
              key: `reopened:${report.code}:${report.reopened + 1}`,
              agency: outcome.to,
              title: { vi: `Phản ánh ${report.code} được mở lại`, en: `Report ${report.code} was reopened` },
              link: `/phan-anh/viec/${report.code}`,
            },
          ]);
          return {
            set: { reopened: report.reopened + 1, closed_at: null, agency: outcome.to },
            data: { agency: outcome.to, before: report.agency, times: report.reopened + 1 },
          };
        },
      }),
    ),
});

export function tooLate(days: number): Problem {
  return new Problem(409, 'too-late-to-reopen', {
    vi: `Đã quá ${days} ngày kể từ khi trả lời; hãy gửi phản ánh mới.`,
    en: `More than ${days} days have passed since the answer; please send a new report.`,
  });
}

function supervisorDecides(code: string): Problem {
  return new Problem(
    409,
    'supervisor-decides',
    { vi: 'Phản ánh đã được mở lại hai lần; lần này cấp trên quyết định.', en: 'The report was reopened twice; this time the supervisor decides.' },
    {
      detail: {
        vi: `Hãy gửi đề nghị xem xét: POST …/reports/${code}/dispute, hoặc nút "Đề nghị cấp trên xem xét" ở trang theo dõi.`,
        en: `Ask for it: POST …/reports/${code}/dispute, or the button "Ask the supervisor" on the page where you follow it.`,
      },
    },
  );
}
