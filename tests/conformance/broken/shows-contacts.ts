import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route, wells } from '../wells.ts';

/** What people wrote, telephone numbers included, for everybody. */
export const breaks = 'strangers';
const listNotes = route({
  method: 'get',
  path: '/notes',
  access: 'public',
  summary: { vi: 'Nhận xét mới nhất', en: 'The newest notes' },
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(z.object({ message: z.string() })) }) } },
  handle: async (ctx) => ok({ items: await ctx.db.selectFrom('notes').select('message').execute() }),
});
export const plugin = wells({ routes: [...wells().routes, listNotes] });
