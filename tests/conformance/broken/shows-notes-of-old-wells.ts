import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { byId, leaveNote, noteOnce, route, wells } from '../wells.ts';

/** What people wrote of a well is there for everybody, long after newer wells were dug. */
export const breaks = 'strangers';
const notesOfWell = route({
  method: 'get',
  path: '/wells/{id}/notes',
  access: 'public',
  params: byId,
  query: z.strictObject({ cursor: z.string().max(300).optional() }),
  summary: { vi: 'Nhận xét về một giếng', en: 'The notes about a well' },
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(z.object({ message: z.string() })) }) } },
  async handle(ctx, { params, query: { cursor } }) {
    const [after = ''] = cursor === undefined ? [] : ctx.cursors.open('notes', cursor);
    return ok({ items: await ctx.db.selectFrom('notes').select('message').where('well', '=', params.id).where(sql`id::text`, '>', after).execute() });
  },
});
const others = wells().routes.filter((one) => one !== leaveNote);
export const plugin = wells({ routes: [...others, noteOnce, notesOfWell] });
