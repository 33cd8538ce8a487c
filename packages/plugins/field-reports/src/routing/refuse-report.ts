import { invalid, ok, Problem } from '@tinhthong/core';
import { z } from 'zod';
import { moveReport } from '../handling/move-report.ts';
import { route } from '../module.ts';
import { maskFor } from '../privacy/mask-for.ts';
import { byCode, code, reason, state } from '../shapes.ts';
import { handOver } from './hand-over.ts';
import { refuse } from './refusal.ts';

const problems = {
  'dispatcher-decides': { vi: 'Đơn vị điều phối không từ chối; hãy chuyển phản ánh cho đơn vị có thẩm quyền.', en: 'The dispatcher does not refuse; please assign the report to the competent agency.' },
  'refused-twice': { vi: 'Phản ánh đã bị từ chối hai lần; đơn vị điều phối đã quyết định, không chuyển vòng nữa.', en: 'This report has been refused twice; the dispatcher has decided, and it is not passed around any more.' },
} as const;

export const refuseReport = route({
  method: 'post',
  path: '/reports/{code}/refuse',
  access: 'report:handle',
  summary: { vi: 'Từ chối vì không thuộc thẩm quyền, đề xuất đơn vị khác', en: 'Refuse as not competent, proposing another owner' },
  params: byCode,
  body: z.strictObject({ reason: reason.meta({ description: 'Công khai / shown to everybody' }), proposed: z.string().max(80).meta({ example: 'so-xay-dung' }) }),
  answers: {
    200: {
      description: 'Đơn vị nhận: lần đầu là đơn vị được đề xuất, lần thứ hai là đơn vị điều phối / the new owner: the proposed one the first time, the dispatcher the second',
      schema: z.object({ code, status: state, agency: z.string() }),
    },
  },
  async handle(ctx, { params, body }) {
    let agency = '';
    const moved = await moveReport(ctx, {
      move: 'refuse',
      code: params.code,
      async prepare(report, trx) {
        const outcome = refuse({ owner: report.agency, refusals: report.refusals, proposed: body.proposed, dispatcher: ctx.settings.dispatcher });
        if ('fault' in outcome) {
          if (outcome.fault === 'proposes-itself') throw invalid('body.proposed', { vi: 'hãy đề xuất một đơn vị khác', en: 'please propose another agency' });
          throw new Problem(409, outcome.fault, problems[outcome.fault]);
        }
        agency = outcome.to;
        const refusals = report.refusals + 1;
        const title = { vi: `Phản ánh ${report.code} được chuyển đến sau khi đơn vị khác từ chối`, en: `Report ${report.code} comes to you after another agency refused it` };
        const set = await handOver(ctx, trx, report, { agency, path: 'body.proposed', title });
        return { set: { ...set, refusals }, data: { from: report.agency, to: agency, proposed: body.proposed, refusals, reason: await maskFor(ctx, report.category, body.reason) } };
      },
    });
    return ok({ ...moved, agency });
  },
});
