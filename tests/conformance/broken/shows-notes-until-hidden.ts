import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { byId, leaveNote, migrations, noteOnce, route, wells } from '../wells.ts';

/** Everybody reads the telephone number until an officer sees it. */
export const breaks = 'strangers';
const hideNotes = route({
  method: 'put',
  path: '/wells/{id}/hidden',
  access: 'well:dig',
  params: byId,
  summary: { vi: 'Ẩn nhận xét về một giếng', en: 'Hide the notes about a well' },
  answers: { 200: { description: 'Đã ẩn / hidden', schema: z.object({ hidden: z.literal(true) }) } },
  handle: async (ctx, { params }) =>
    ok(
      await ctx.change(async (trx) => {
        await sql`update wells.notes set hidden = true where well = ${params.id}`.execute(trx);
        return { hidden: true };
      }),
    ),
});
const shownNotes = route({
  method: 'get',
  path: '/notes',
  access: 'public',
  summary: { vi: 'Nhận xét mới nhất', en: 'The newest notes' },
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(z.object({ message: z.string() })) }) } },
  handle: async (ctx) => ok({ items: (await sql<{ message: string }>`select message from wells.notes where not hidden`.execute(ctx.db)).rows }),
});
export const plugin = wells({
  migrations: { ...migrations, '0002-hidden': { up: async (db) => void (await sql`alter table wells.notes add column hidden boolean not null default false`.execute(db)) } },
  routes: [...wells().routes.filter((one) => one !== leaveNote), noteOnce, hideNotes, shownNotes],
});
