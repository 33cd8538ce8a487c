import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { reportNotFound } from '../after-answer/follow-up.ts';
import { route } from '../module.ts';
import { readable } from '../reading/readable.ts';
import { byCode, code, time } from '../shapes.ts';
import { clockKinds } from './clocks.ts';

export const clocksShape = z
  .object({
    code,
    priority: z.enum(['normal', 'high']),
    clocks: z.array(
      z.object({
        kind: z.enum(clockKinds),
        part: z.string().meta({ description: 'Đơn vị phối hợp hoặc mã chỉ đạo / coordinating agency, or id of the order' }),
        agency: z.string().nullable(),
        rule: z.int().nullable(),
        beganAt: time,
        dueAt: time,
        pausedAt: time.nullable(),
        stoppedAt: time.nullable(),
        inTime: z.boolean().nullable(),
        warnedAt: time.nullable(),
        rung: z.int().meta({ description: 'Số cấp đã được báo quá hạn / rungs of the ladder told that it is late' }),
      }),
    ),
    pauses: z.array(z.object({ reason: z.string(), from: time, until: time, endedAt: time.nullable(), endedBy: z.enum(['resumed', 'ceiling', 'move']).nullable() })),
    extensions: z.array(
      z.object({ id: z.uuid(), reason: z.string(), promisedAt: time, state: z.enum(['requested', 'granted', 'refused']), requestedAt: time, refusal: z.string().nullable(), pictures: z.array(z.string()) }),
    ),
    orders: z.array(z.object({ id: z.uuid(), agency: z.string(), instruction: z.string(), givenAt: time, dueAt: time, completedAt: time.nullable(), result: z.string().nullable() })),
  })
  .meta({ id: 'Clocks' });

/** Everything about the time of one report, for staff: clocks, ledger of pauses, extensions, orders. */
export const readClocks = route({
  method: 'get',
  path: '/inbox/{code}/clocks',
  access: 'report:read',
  summary: { vi: 'Các đồng hồ của một phản ánh: tạm dừng, gia hạn, chỉ đạo', en: 'The clocks of a report: pauses, extensions, orders' },
  params: byCode,
  answers: {
    200: {
      description: 'Đồng hồ / the clocks',
      schema: clocksShape,
    },
  },
  async handle(ctx, { params }) {
    const report = await ctx.db.selectFrom('reports').select(['id', 'code', 'priority']).where('code', '=', params.code).where(readable(ctx)).executeTakeFirst();
    if (report === undefined) throw reportNotFound();
    const [clocks, pauses, extensions, orders] = await Promise.all([
      ctx.db
        .selectFrom('clocks')
        .select(['kind', 'part', 'agency', 'rule', 'began_at as beganAt', 'due_at as dueAt', 'paused_at as pausedAt', 'stopped_at as stoppedAt', 'in_time as inTime', 'warned_at as warnedAt', 'rung'])
        .where('report', '=', report.id)
        .orderBy('began_at')
        .orderBy('kind')
        .orderBy('part')
        .execute(),
      ctx.db
        .selectFrom('pauses')
        .select(['reason', 'began_at as from', 'ceiling_at as until', 'ended_at as endedAt', 'ended_by as endedBy'])
        .where('report', '=', report.id)
        .orderBy('began_at')
        .execute(),
      ctx.db
        .selectFrom('extensions')
        .select(['id', 'reason', 'promised_at as promisedAt', 'state', 'requested_at as requestedAt', 'refusal', 'photos'])
        .where('report', '=', report.id)
        .orderBy('requested_at')
        .execute(),
      ctx.db
        .selectFrom('orders')
        .select(['id', 'agency', 'instruction', 'given_at as givenAt', 'due_at as dueAt', 'completed_at as completedAt', 'result'])
        .where('report', '=', report.id)
        .orderBy('given_at')
        .execute(),
    ]);
    return ok({
      code: report.code,
      priority: report.priority,
      clocks,
      pauses,
      extensions: extensions.map(({ photos, ...extension }) => ({ ...extension, pictures: photos.map((id) => ctx.files.link(id)) })),
      orders,
    });
  },
});
