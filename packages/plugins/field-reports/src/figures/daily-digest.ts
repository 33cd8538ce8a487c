import { sql } from 'kysely';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { figuresBy, share } from './figures-by-face-route.ts';
import { hotSpots } from './hot-spots-route.ts';
import { addDays, dayOf } from './period.ts';

const mostAgencies = 10;
const mostSpots = 5;

export const digestShape = z
  .object({
    day: z.iso.date(),
    submitted: z.int(),
    answered: z.int(),
    answeredOnTime: z.int(),
    closed: z.int(),
    reopened: z.int(),
    satisfaction: share,
    coverage: share,
    open: z.int(),
    late: z.int(),
    lateAgencies: z.array(z.object({ agency: z.string(), late: z.int(), open: z.int() })).meta({ description: 'Nhiều quá hạn nhất trước / most late first' }),
    hotSpots: z.array(z.object({ category: z.string(), commune: z.string(), reports: z.int(), open: z.int() })),
    orders: z.object({ open: z.int(), late: z.int() }).meta({ description: 'Chỉ đạo chưa thực hiện xong / orders not carried out yet' }),
  })
  .meta({ id: 'DailyDigest' });
export type DailyDigest = z.output<typeof digestShape>;

/** A day in numbers, as the chairman reads it: what came and went, who is late, where it happens again, which orders wait. */
export async function dailyDigest(ctx: ReportContext, day: string = addDays(dayOf(ctx.now()), -1)): Promise<DailyDigest> {
  const [{ total, rows }, spots, orders] = await Promise.all([figuresBy(ctx, { from: day, to: day }, 'agency', {}), hotSpots(ctx, mostSpots), openOrders(ctx)]);
  const { submitted, answered, answeredOnTime, closed, reopened, open, late, satisfaction, coverage } = total;
  return {
    day, submitted, answered, answeredOnTime, closed, reopened, open, late, satisfaction, coverage,
    lateAgencies: rows.filter((row) => row.late > 0).slice(0, mostAgencies).map((row) => ({ agency: row.key, late: row.late, open: row.open })),
    hotSpots: spots.map(({ category, commune, reports, open: waiting }) => ({ category, commune, reports, open: waiting })),
    orders,
  };
}

async function openOrders(ctx: ReportContext): Promise<DailyDigest['orders']> {
  const { rows } = await sql<DailyDigest['orders']>`
    select count(*)::int as open, (count(*) filter (where due_at < ${ctx.now()}))::int as late from field_reports.orders where completed_at is null
  `.execute(ctx.db);
  return rows[0]!;
}
