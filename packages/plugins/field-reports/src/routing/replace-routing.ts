import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { refuseFaulty } from './refuse-faulty.ts';
import { ruleWarnings } from './check-rules.ts';
import { knownTo, replaceRouting, routingList } from './routing-list.ts';
import { routingList as shape, rules } from './rule-shape.ts';

export const replaceRoutingRoute = route({
  method: 'put',
  path: '/routing',
  access: 'routing:manage',
  summary: { vi: 'Thay cả bảng phân luồng trong một lần', en: 'Replace the whole list of routing rules in one go' },
  body: z.strictObject({ version: z.int().meta({ description: 'Phiên bản đã đọc / the version that was read' }), rules }).meta({ id: 'NewRouting' }),
  answers: { 200: { description: 'Bảng mới; phản ánh đang xử lý giữ nguyên thời hạn / the new list; reports under way keep their deadlines', schema: shape } },
  async handle(ctx, { body }) {
    const known = await knownTo(ctx);
    refuseFaulty(body.rules, known);
    const saved = await ctx.change(async (trx) => {
      const replaced = await replaceRouting(trx, ctx.now(), body.version, body.rules);
      ctx.publish(trx, 'routing.changed', { subject: 'routing', data: { ...replaced } });
      return routingList(trx);
    });
    ctx.reconfigured();
    return ok({ ...saved, warnings: ruleWarnings(saved.rules, known) });
  },
});
