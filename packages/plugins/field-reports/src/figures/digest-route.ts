import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { dailyDigest, digestShape } from './daily-digest.ts';

export const readDigest = route({
  method: 'get',
  path: '/figures/digest',
  access: 'figures:read',
  summary: { vi: 'Một ngày trong số liệu; mặc định hôm qua', en: 'A day in numbers; by default yesterday' },
  query: z.strictObject({ day: z.iso.date().optional() }),
  answers: { 200: { description: 'Số liệu của ngày; tồn đọng tính đến cuối ngày đó / open and late at its end', schema: digestShape } },
  handle: async (ctx, { query }) => ok(await dailyDigest(ctx, query.day)),
});
