import { latitude, longitude, ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { suggest } from './suggest.ts';
import { guesses } from './suggestion-shapes.ts';

/** For whoever writes down a call: category, agency and urgency while they type. */
export const suggestForOperator = route({
  method: 'post',
  path: '/inbox/suggest',
  access: 'report:read',
  summary: { vi: 'Lĩnh vực, đơn vị, mức khẩn hợp với lời kể; không lưu gì', en: 'Category, agency and urgency that fit a text; nothing is kept' },
  body: z.strictObject({
    text: textOf(0, 4_000),
    category: z.string().max(60).optional(),
    commune: z.string().regex(/^\d{5}$/).optional(),
    lat: latitude.optional(),
    lon: longitude.optional(),
  }),
  answers: { 200: { description: 'Rỗng khi không đủ chắc / null where it is not sure enough', schema: guesses } },
  async handle(ctx, { body }) {
    const { lat, lon } = body;
    const commune = body.commune ?? (lat === undefined || lon === undefined ? undefined : (await ctx.places.communeAt(lat, lon))?.code);
    const { category = null, agency = null, urgency = null } = await suggest(ctx, { text: body.text, category: body.category, commune });
    return ok({ category, agency, urgency });
  },
});
