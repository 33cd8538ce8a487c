import { timeOrderedId } from '@tinhthong/core';
import type { MarkContext } from './module.ts';

const dayMs = 86_400_000;

/** A flood of last month at the first communes of the province, for `tinhthong dev` and the demo; written once. */
export async function addDemoMarks(ctx: MarkContext): Promise<void> {
  const known = await ctx.db.selectFrom('marks').select('id').limit(1).executeTakeFirst();
  if (known !== undefined) return;
  const communes = await ctx.db.selectFrom('core.communes').select(['code', 'lat', 'lon']).orderBy('code').limit(12).execute();
  const now = ctx.now();
  const marks = communes.map(({ code, lat, lon }, i) => {
    const at = new Date(now.getTime() - (30 - i) * dayMs);
    return {
      id: timeOrderedId(),
      commune: code,
      lat,
      lon,
      depth_cm: 20 + ((i * 37) % 130),
      seen_on: at.toISOString().slice(0, 10),
      recorder: null,
      confirmed_at: i % 3 === 0 ? null : now,
      recorded_at: at,
    };
  });
  if (marks.length === 0) return;
  await ctx.change(async (trx) => {
    await trx.insertInto('marks').values(marks).execute();
    for (const { id, commune, depth_cm, recorded_at } of marks) ctx.publish(trx, 'mark.recorded', { subject: id, at: recorded_at, data: { commune, depthCm: depth_cm } });
    return null;
  });
}
