import { okJson } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { publicPeriod, publicPeriodQuery } from './period-asked.ts';
import { publicFigures, readPublicFigures } from './public-figures.ts';

export const readFigures = route({
  method: 'get',
  path: '/figures',
  access: 'public',
  etag: true,
  summary: { vi: 'Số liệu công khai của một kỳ: mọi chỉ số với tử số, mẫu số, khoảng tin cậy; và theo lĩnh vực', en: 'Public figures of a period: every metric with numerator, denominator and interval; and by category' },
  query: z.strictObject(publicPeriodQuery),
  answers: { 200: { description: 'Số liệu, chậm nhất một giây; số dưới 10 được giữ kín / figures, at most a second behind; counts under 10 are withheld', schema: publicFigures } },
  async handle(ctx, { query }) {
    const period = publicPeriod(query.period, ctx.now());
    // A minute is as old as anybody may see them: what is late becomes so without an event.
    const minute = Math.floor(ctx.now().getTime() / 60_000);
    return okJson(await ctx.cached(`figures|${period.from}|${period.to}|${minute}`, async () => JSON.stringify(await readPublicFigures(ctx, period))));
  },
});
