import { createHash } from 'node:crypto';
import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { type Configuration, configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { type GivenLimit, ladderShape, limitShape } from './limit-shape.ts';
import type { Limit } from './limits.ts';

export const limitsAndLadder = z
  .object({
    /** Names the state that was read: whoever writes says it again. */
    version: z.string(),
    limits: z.array(limitShape.safeExtend({ id: z.int() })),
    ladder: ladderShape,
  })
  .meta({ id: 'Limits' });

export const readLimits = route({
  method: 'get',
  path: '/limits',
  access: 'clocks:manage',
  summary: { vi: 'Quy định thời hạn và thang báo quá hạn', en: 'Time limits, and the ladder for what is late' },
  answers: { 200: { description: 'Theo thứ tự: hàng đầu tiên khớp được dùng / in order: the first that fits holds', schema: limitsAndLadder } },
  handle: async (ctx) => ok(shownLimits(await configurationOf(ctx))),
});

export function shownLimits({ limits, ladder }: Pick<Configuration, 'limits' | 'ladder'>): z.input<typeof limitsAndLadder> {
  const shown = {
    limits: limits.filter(({ retired }) => !retired).map((limit) => ({ id: limit.id, ...givenOf(limit) })),
    ladder: ladder.map(({ to, afterHours }) => ({ told: to, afterHours })),
  };
  return { version: createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 22), ...shown };
}

export function givenOf(limit: Limit): GivenLimit {
  const { category, channel, priority, acceptHours, assignHours, handle, answer, coordinate, validFrom } = limit;
  const all = {
    category, channel, priority, acceptHours, assignHours, handleDays: handle.days, handleHours: handle.hours,
    answerDays: answer.days, answerHours: answer.hours, coordinateDays: coordinate.days, coordinateHours: coordinate.hours, validFrom,
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== null)) as unknown as GivenLimit;
}
