import { ok } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { openStates } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';
import { route } from '../module.ts';
import { code, limit, time } from '../shapes.ts';

const spot = z
  .object({
    category: z.string(),
    commune: z.string(),
    lat: z.number(),
    lon: z.number(),
    reports: z.int(),
    open: z.int().meta({ description: 'Trong đó chưa trả lời / of these open' }),
    firstAt: time,
    lastAt: time,
    codes: z.array(code),
  })
  .meta({ id: 'HotSpot' });
export type HotSpot = z.output<typeof spot>;

export const listHotSpots = route({
  method: 'get',
  path: '/hot-spots',
  access: 'figures:read',
  summary: { vi: 'Điểm nóng: cùng một chỗ, cùng lĩnh vực, nhiều lần', en: 'Hot spots: the same category at the same place, again and again' },
  query: z.strictObject({ category: z.string().max(60).optional(), limit }),
  answers: { 200: { description: 'Nhiều phản ánh nhất trước / most reports first', schema: z.object({ items: z.array(spot) }) } },
  handle: async (ctx, { query }) => ok({ items: await hotSpots(ctx, query.limit, query.category) }),
});

/** How many of its reports are open, found when asked: reports are answered without a new look for spots. */
export const openReports = sql<number>`(select count(*)::int from field_reports.reports as report where report.code = any(hot_spots.codes) and report.state = any(${openStates}))`;

export function hotSpots(ctx: ReportContext, most: number, category?: string): Promise<(Omit<HotSpot, 'firstAt' | 'lastAt'> & { firstAt: Date; lastAt: Date })[]> {
  return ctx.db
    .selectFrom('hot_spots')
    .select(['category', 'commune', 'lat', 'lon', 'reports', 'first_at as firstAt', 'last_at as lastAt', 'codes', openReports.as('open')])
    .$if(category !== undefined, (rows) => rows.where('category', '=', category!))
    .orderBy('reports', 'desc')
    .orderBy('id')
    .limit(most)
    .execute();
}
