import { okJson } from '@tinhthong/core';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { route } from '../module.ts';
import { definitions, type MetricParts, valueOf } from './definitions.ts';
import { type Face, faces } from './figure-rows.ts';
import type { Period } from './period.ts';
import { periodAsked, periodQuery } from './period-asked.ts';
import { type FiguresFilter, type PeriodSums, readSums, totalOf } from './read-sums.ts';

/** What leaders see of an agency, a category or a commune; a rate stands with the number that it rests on. */
const shares = {
  onTime: 'fr.ontime_766',
  reopenedShare: 'fr.reopen_rate',
  satisfaction: 'fr.sat_hue',
  coverage: 'fr.rating_cov',
  overdueShare: 'fr.overdue_open',
  bounced: 'fr.bounce_rate',
  extended: 'fr.extend_rate',
} as const;

export const share = z.object({ value: z.number().nullable(), of: z.int() }).meta({ id: 'ShareOf', description: 'Phần trăm, và trên bao nhiêu / per cent, and of how many' });
const hours = z.object({ value: z.number().nullable(), beyond: z.boolean() }).meta({ id: 'Hours' });
const figuresOfFace = z
  .object({
    key: z.string().meta({ example: 'so-xay-dung' }),
    submitted: z.int(),
    answered: z.int(),
    answeredOnTime: z.int(),
    closed: z.int(),
    reopened: z.int(),
    refused: z.int().meta({ description: 'Số lần từ chối nhận / times it refused' }),
    open: z.int(),
    late: z.int(),
    ...(Object.fromEntries(Object.keys(shares).map((name) => [name, share])) as { [S in keyof typeof shares]: typeof share }),
    backlogDays: z.number().nullable(),
    closeMedian: hours,
    closeP90: hours,
  })
  .meta({ id: 'FaceFigures' });
export type FaceFigures = z.output<typeof figuresOfFace>;

export const readFiguresBy = route({
  method: 'get',
  path: '/figures/by/{face}',
  access: 'figures:read',
  summary: { vi: 'Số liệu theo đơn vị, lĩnh vực hoặc xã, phường, cho lãnh đạo', en: 'Figures by agency, category or commune, for leaders' },
  params: z.strictObject({ face: z.enum(faces) }),
  query: z.strictObject({ ...periodQuery, agency: z.string().max(80).optional(), category: z.string().max(60).optional(), commune: z.string().regex(/^\d{5}$/).optional() }),
  answers: {
    200: { description: 'Tổng và từng dòng / the total and each', schema: z.object({ from: z.iso.date(), to: z.iso.date(), total: figuresOfFace.omit({ key: true }), rows: z.array(figuresOfFace) }) },
  },
  async handle(ctx, { params, query: { agency, category, commune, ...asked } }) {
    const period = periodAsked(asked, ctx.now());
    // The same for whoever may ask at all; a minute old at most, since what is late becomes so without an event.
    const key = ['figures-by', params.face, period.from, period.to, agency, category, commune, Math.floor(ctx.now().getTime() / 60_000)].join('|');
    return okJson(await ctx.cached(key, async () => JSON.stringify({ ...period, ...(await figuresBy(ctx, period, params.face, { agency, category, commune })) })));
  },
});

export async function figuresBy(ctx: ReportContext, period: Period, face: Face, filter: FiguresFilter) {
  const sums = await readSums(ctx, period, face, filter);
  const rows = [...sums].filter(([, row]) => row.submitted + row.answered + row.closed + row.open + row.refused > 0);
  return {
    total: figuresOf(totalOf(rows.map(([, row]) => row))),
    rows: rows.map(([key, row]) => ({ key, ...figuresOf(row) })).toSorted((a, b) => b.late - a.late || b.open - a.open || (a.key < b.key ? -1 : 1)),
  };
}

function figuresOf(sums: PeriodSums): Omit<FaceFigures, 'key'> {
  const input = { sums, population: 0, suggestions: { shown: 0, confirmed: 0 } };
  const partsOf = (id: keyof typeof definitions): MetricParts => definitions[id].parts(input);
  const valueIn = (id: keyof typeof definitions) => valueOf(definitions[id], partsOf(id));
  const hoursOf = (id: 'fr.t_close_med' | 'fr.t_close_p90') => valueIn(id) ?? { value: null, beyond: false };
  return {
    submitted: sums.submitted,
    answered: sums.answered,
    answeredOnTime: sums.answered_on_time,
    closed: sums.closed,
    reopened: sums.reopened,
    refused: sums.refused,
    open: sums.open,
    late: sums.late,
    ...(Object.fromEntries(Object.entries(shares).map(([name, id]) => [name, { value: valueIn(id)?.value ?? null, of: partsOf(id).denominator }])) as Record<keyof typeof shares, z.output<typeof share>>),
    backlogDays: valueIn('fr.backlog_days')?.value ?? null,
    closeMedian: hoursOf('fr.t_close_med'),
    closeP90: hoursOf('fr.t_close_p90'),
  };
}
