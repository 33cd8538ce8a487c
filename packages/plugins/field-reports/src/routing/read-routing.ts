import { ok } from '@tinhthong/core';
import { route } from '../module.ts';
import { ruleWarnings } from './check-rules.ts';
import { knownTo, routingList } from './routing-list.ts';
import { routingList as shape } from './rule-shape.ts';

export const readRouting = route({
  method: 'get',
  path: '/routing',
  access: 'routing:manage',
  summary: { vi: 'Bảng phân luồng: quy tắc khớp đầu tiên được dùng', en: 'The routing rules: the first that matches counts' },
  answers: { 200: { description: 'Theo thứ tự, với số phiên bản để lưu lại / in order, with the version to save it again', schema: shape } },
  async handle(ctx) {
    const [list, known] = await Promise.all([routingList(ctx.db), knownTo(ctx)]);
    return ok({ ...list, warnings: ruleWarnings(list.rules, known) });
  },
});
