import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route, wells } from '../wells.ts';

/** Shows whoever asks the names of its tables when something is wrong. */
export const breaks = 'neighbours';
const summary = { vi: 'Tình trạng', en: 'How it is' };
const health = route({
  method: 'get',
  path: '/health',
  access: 'public',
  summary,
  answers: { 200: { description: 'Tình trạng / how it is', schema: z.object({ state: z.string() }) } },
  handle: async (ctx) =>
    ok({
      state: await ctx.db.selectFrom('wells').select('id').execute().then(
        () => 'tốt / fine',
        (error: Error) => error.message,
      ),
    }),
});
export const plugin = wells({ routes: [...wells().routes, health] });
