import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { byId, route, wells } from '../wells.ts';

/** Pressed twice it happens twice, and no event tells of it. */
export const breaks = 'statements';
const deepen = route({
  method: 'post',
  path: '/wells/{id}/deepen',
  access: 'well:dig',
  params: byId,
  summary: { vi: 'Đào sâu thêm', en: 'Dig deeper' },
  answers: { 200: { description: 'Đã đào / dug', schema: z.object({}) } },
  async handle(ctx, { params }) {
    await ctx.db.updateTable('wells').set((eb) => ({ depth_cm: eb('depth_cm', '+', 10) })).where('id', '=', params.id).execute();
    return ok({});
  },
});
export const plugin = wells({ routes: [...wells().routes, deepen] });
