import { invalid, ok } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { hidePlates } from '../privacy/hide-plates.ts';
import { routeReport } from '../routing/route-report.ts';
import { tellNewOwner } from '../routing/tell-new-owner.ts';
import { byCode, code, time } from '../shapes.ts';
import { courseOf } from './course-of.ts';
import { keepClocks } from './keep-clocks.ts';
import { limitFor } from './limits.ts';
import { pageDutyOfficer } from './page-duty-officer.ts';
import { lockReport, mustBeOpen } from './lock-report.ts';
import { onReclassified } from './plan-clocks.ts';

const priority = z.enum(['normal', 'high']);

/**
 * Another category, another priority, or both: the deadline is reckoned anew from acceptance, and the timeline says so.
 * A report that nobody has been given yet is routed anew; one that was keeps its owner.
 */
export const reclassifyReport = route({
  method: 'post',
  path: '/reports/{code}/reclassify',
  access: 'report:classify',
  summary: { vi: 'Phân loại lại: lĩnh vực, mức ưu tiên; hạn tính lại từ khi tiếp nhận', en: 'Classify anew: category, priority; the deadline counts from acceptance' },
  params: byCode,
  body: z.strictObject({ category: z.string().max(60).optional(), priority: priority.optional() }),
  answers: {
    200: {
      description: 'Phân loại và hạn mới / the new classification and deadline',
      schema: z.object({ code, category: z.string(), priority, agency: z.string(), dueAt: time }),
    },
  },
  handle: async (ctx, { params, body }) => {
    const { categories, limits, routing, committees } = await configurationOf(ctx);
    return ok(
      await ctx.change(async (trx) => {
        const report = await lockReport(ctx, trx, params.code, 'report:classify');
        mustBeOpen(report, { vi: 'phân loại lại', en: 'classify anew' });
        const category = categories.get(body.category ?? report.category);
        if (category === undefined) throw invalid('body.category', { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category in this province' });
        const now = { category: category.code, priority: body.priority ?? report.priority };
        if (now.category === report.category && now.priority === report.priority) {
          throw invalid('body.category', { vi: 'chưa có gì khác trước', en: 'nothing is different from before' });
        }
        const at = ctx.now();
        const course = await courseOf(trx, report);
        const from = course.acceptedAt ?? course.submittedAt;
        const limit = limitFor({ ...now, channel: report.channel, flow: category.flow }, from, limits);
        const routes = { committees, dispatcher: ctx.settings.dispatcher, isWorking: (moment: Date) => ctx.calendar.isWorking(moment) };
        const isRouted = course.assignedAt === null && now.category !== report.category;
        const routed = isRouted ? routeReport({ ...report, category: now.category, submittedAt: report.submitted_at }, routing, routes) : undefined;
        const agency = routed?.agency ?? report.agency;
        const kept = await keepClocks(ctx, trx, report, {
          type: 'report.reclassified',
          at,
          agency,
          becomesImmediate: category.flow === 'immediate',
          times: (plan) => onReclassified({ ...plan, flow: category.flow, limit }, course),
        });
        const acceptDue = kept.data.clocks?.due.find(({ kind }) => kind === 'accept');
        await trx
          .updateTable('reports')
          .set({
            ...kept.set,
            ...(course.acceptedAt === null && { accept_due_at: acceptDue === undefined ? null : new Date(acceptDue.at) }),
            ...now,
            agency,
            ...(routed && { coordinating: [...routed.coordinating], routing_rule: routed.rule }),
            ...(category.maskPlates && now.category !== report.category && (await hidePlates(trx, report))),
            limit_rule: limit?.id ?? null,
            // Never published by a change of category: what was sent as a private matter stays one.
            public: report.public && category.public,
            updated_at: at,
          })
          .where('id', '=', report.id)
          .execute();
        const dueAt = kept.data.dueAt ?? report.due_at.toISOString();
        ctx.publish(trx, 'report.reclassified', {
          subject: report.id,
          agency,
          at,
          data: { ...kept.data, ...now, before: report.category, priorityBefore: report.priority, agency, public: report.public && category.public, publishable: category.public },
        });
        const immediate = category.flow === 'immediate';
        const turned = immediate && categories.get(report.category)?.flow !== 'immediate';
        await tellNewOwner(ctx, trx, report, { agency, immediate: immediate && !turned });
        await pageDutyOfficer(ctx, trx, [{ code: report.code, agency, immediate: turned }]);
        return { code: report.code, ...now, agency, dueAt };
      }),
    );
  },
});
