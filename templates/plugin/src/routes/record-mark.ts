import { created, invalid, timeOrderedId } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { depthCm, id, place, seenOn } from './shapes.ts';

export const recordMark = route({
  method: 'post',
  path: '/marks',
  access: 'signed-in',
  perMinute: 30,
  summary: { vi: 'Ghi một vết lũ', en: 'Record a flood mark' },
  body: z.strictObject({ ...place, depthCm, seenOn }).meta({ id: 'NewFloodMark' }),
  answers: { 201: { description: 'Đã ghi, chờ xác nhận / recorded, to be confirmed', schema: z.object({ id }) } },
  async handle(ctx, { body }) {
    const { bounds: [west, south, east, north] } = ctx.tenant;
    const { lat, lon } = body;
    if (lon < west || lon > east || lat < south || lat > north) throw invalid('body.lat', { vi: 'Vị trí nằm ngoài tỉnh này.', en: 'The place lies outside this province.' });
    const commune = await ctx.places.communeAt(lat, lon);
    if (commune === null) throw invalid('body.lat', { vi: 'Tỉnh chưa có xã, phường nào.', en: 'The province has no communes yet.' });
    const mark = {
      id: timeOrderedId(),
      commune: commune.code,
      lat,
      lon,
      depth_cm: body.depthCm,
      seen_on: body.seenOn,
      recorder: ctx.actor.kind === 'account' ? ctx.actor.id : null,
      confirmed_at: null,
      recorded_at: ctx.now(),
    };
    return created(
      await ctx.change(async (trx) => {
        await trx.insertInto('marks').values(mark).execute();
        ctx.publish(trx, 'mark.recorded', { subject: mark.id, data: { commune: mark.commune, depthCm: mark.depth_cm } });
        return { id: mark.id };
      }),
    );
  },
});
