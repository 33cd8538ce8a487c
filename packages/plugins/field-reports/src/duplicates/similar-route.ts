import { invalid, latitude, longitude, ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { placeOf } from '../intake/place-of.ts';
import { route } from '../module.ts';
import { code, state, time } from '../shapes.ts';
import { findSimilar } from './similar-reports.ts';

export const similar = z
  .object({
    code,
    status: state,
    text: z.string(),
    address: z.string().nullable(),
    commune: z.string(),
    voices: z.int().meta({ description: 'Số người cùng báo thêm / how many more people said the same' }),
    submittedAt: time,
    metres: z.int().nullable().meta({ description: 'Null: một trong hai chỉ nêu xã, phường / one of the two names a commune only' }),
    likeness: z.number().nullable().meta({ description: '0 đến 1 / 0 to 1' }),
  })
  .meta({ id: 'SimilarReport' });

/** In a body and not in an address: the text is a citizen's, and not public yet. */
export const findSimilarRoute = route({
  method: 'post',
  path: '/reports/similar',
  access: 'public',
  embed: true,
  perMinute: 60,
  summary: { vi: 'Phản ánh công khai có thể cùng một việc, để người dân góp tiếng nói thay vì gửi lại', en: 'Public reports that may be about the same, for citizens to join instead of sending another' },
  body: z.strictObject({
    category: z.string().max(60).meta({ example: 'road-damage' }),
    lat: latitude.optional(),
    lon: longitude.optional(),
    commune: z.string().regex(/^\d{5}$/).optional(),
    text: textOf(0, 4_000).optional(),
    address: textOf(0, 300).optional(),
  }),
  answers: { 200: { description: 'Giống nhất trước, nhiều nhất 5 / the likeliest first, at most 5', schema: z.object({ items: z.array(similar) }) } },
  async handle(ctx, { body }) {
    const { categories } = await configurationOf(ctx);
    if (!categories.has(body.category)) throw invalid('body.category', { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category in this province' });
    const { commune, lat, lon, exact } = await placeOf(ctx, body);
    const found = await findSimilar(ctx, { category: body.category, commune, place: { lat, lon, exact }, text: body.text || undefined, address: body.address, onlyPublic: true });
    return ok({ items: found.map(({ id: _, ...item }) => item) });
  },
});
