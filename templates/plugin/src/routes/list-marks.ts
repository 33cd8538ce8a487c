import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { mark } from './shapes.ts';

export const listMarks = route({
  method: 'get',
  path: '/marks',
  access: 'public',
  etag: true,
  summary: { vi: 'Các vết lũ, mới nhất trước', en: 'The flood marks, the newest first' },
  query: z.strictObject({
    confirmed: z.enum(['true', 'false']).optional().meta({ description: 'Chỉ những vết đã, hoặc chưa, xác nhận / only those confirmed, or not yet' }),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    cursor: z.string().max(300).optional(),
  }),
  answers: { 200: { description: 'Một trang / a page', schema: z.object({ items: z.array(mark), next: z.string().nullable() }) } },
  async handle(ctx, { query: { confirmed, limit, cursor } }) {
    const purpose = `marks|${confirmed ?? ''}`;
    let rows = ctx.db
      .selectFrom('marks')
      .innerJoin('core.communes as commune', 'commune.code', 'marks.commune')
      .select(['id', 'commune.name as commune', 'marks.lat', 'marks.lon', 'depth_cm as depthCm', 'seen_on as seenOn', 'confirmed_at'])
      .orderBy('id', 'desc')
      .limit(limit + 1);
    if (confirmed !== undefined) rows = rows.where('confirmed_at', confirmed === 'true' ? 'is not' : 'is', null);
    if (cursor !== undefined) rows = rows.where('id', '<', String(ctx.cursors.open(purpose, cursor)[0]));
    const found = await rows.execute();
    const items = found.slice(0, limit).map(({ confirmed_at, ...item }) => ({ ...item, confirmed: confirmed_at !== null }));
    return ok({ items, next: found.length > limit ? ctx.cursors.seal(purpose, [items[limit - 1]!.id]) : null });
  },
});
