import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { code, time } from '../shapes.ts';
import { ruleWarnings } from './check-rules.ts';
import { readPast } from './read-past.ts';
import { refuseFaulty } from './refuse-faulty.ts';
import { replayRules } from './replay-rules.ts';
import { knownTo } from './routing-list.ts';
import { rules, warning } from './rule-shape.ts';

const agency = z.string().meta({ example: 'so-xay-dung' });
const replayed = z
  .object({
    from: time,
    checked: z.int().meta({ description: 'Số phản ánh đã xem lại / how many reports were looked at' }),
    elsewhere: z.int().meta({ description: 'Sẽ đến đơn vị khác / would have gone to another agency' }),
    otherHelpers: z.int().meta({ description: 'Cùng chủ trì, khác đơn vị phối hợp / the same lead with other coordinating agencies' }),
    totals: z.array(z.object({ from: agency, to: agency, count: z.int() })).meta({ description: 'Nhiều nhất trước / the largest first' }),
    examples: z.array(
      z.object({
        code, category: z.string(), commune: z.string(), submittedAt: time, from: agency, to: agency,
        rule: z.int().nullable().meta({ description: 'Quy tắc thứ mấy trong bảng mới, từ 1 / which rule of the new list, from 1' }),
      }),
    ),
    warnings: z.array(warning),
  })
  .meta({ id: 'ReplayedRouting' });

const dayMs = 86_400_000;

export const replayRouting = route({
  method: 'post',
  path: '/routing/replay',
  access: 'routing:manage',
  perMinute: 20,
  summary: { vi: 'Thử bảng phân luồng mới trên phản ánh tháng qua; không thay đổi gì', en: "Try new rules on last month's reports; changes nothing" },
  body: z.strictObject({ rules, days: z.int().min(1).max(92).default(31) }).meta({ id: 'RoutingReplay' }),
  answers: { 200: { description: 'Phản ánh nào sẽ đến nơi khác / what would have gone elsewhere', schema: replayed } },
  async handle(ctx, { body }) {
    const known = await knownTo(ctx);
    refuseFaulty(body.rules, known);
    const { committees } = await configurationOf(ctx);
    const former = await ctx.db.selectFrom('routing_rules').selectAll().execute();
    const routes = { committees, dispatcher: ctx.settings.dispatcher, isWorking: (at: Date) => ctx.calendar.isWorking(at) };
    const from = new Date(ctx.now().getTime() - body.days * dayMs);
    const outcome = await replayRules(readPast(ctx, from), body.rules, former, routes);
    return ok({ from, ...outcome, warnings: ruleWarnings(body.rules, known) });
  },
});
