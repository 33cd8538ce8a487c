import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { route, wells } from '../wells.ts';

/** The accounts are the core's. */
export const breaks = 'statements';
const countPeople = route({
  method: 'get',
  path: '/people',
  access: 'public',
  summary: { vi: 'Số tài khoản', en: 'How many accounts' },
  answers: { 200: { description: 'Số / the number', schema: z.object({ people: z.int() }) } },
  handle: async (ctx) => ok((await sql<{ people: number }>`select count(*)::int as people from identity."user"`.execute(ctx.db)).rows[0]),
});
export const plugin = wells({ routes: [...wells().routes, countPeople] });
