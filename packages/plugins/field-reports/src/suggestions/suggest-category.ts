import { ok, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { suggest } from './suggest.ts';
import { categoryGuess } from './suggestion-shapes.ts';

/** For whoever writes a report: the category their words fit. The text stands in the body, and is kept nowhere. */
export const suggestCategory = route({
  method: 'post',
  path: '/suggest',
  access: 'public',
  embed: true,
  perMinute: 60,
  summary: { vi: 'Lĩnh vực hợp với lời kể; không lưu gì', en: 'The category that fits a text; nothing is kept' },
  body: z.strictObject({ text: textOf(0, 4_000) }).meta({ id: 'TextToSuggestFor' }),
  answers: { 200: { description: 'Rỗng khi không đủ chắc / null where it is not sure enough', schema: categoryGuess } },
  async handle(ctx, { body }) {
    const { category = null } = await suggest(ctx, body);
    return ok({ category });
  },
});
