import { invalid, ok } from '@tinhthong/core';
import { z } from 'zod';
import { listWells, route, wells } from '../wells.ts';

/** No caller can know what to send: the schema says a text, the handler wants one of its own words. */
export const breaks = 'answers';
const guarded = route({
  method: 'get',
  path: '/by-kind',
  access: 'public',
  summary: listWells.summary,
  query: z.strictObject({ kind: z.string().max(20) }),
  answers: { 200: { description: 'Danh sách / the list', schema: z.object({}) } },
  async handle(_ctx, { query }) {
    if (query.kind !== 'giếng khơi') throw invalid('query.kind', { vi: 'loại giếng không có', en: 'no such kind' });
    return ok({});
  },
});
export const plugin = wells({ routes: [...wells().routes, guarded] });
