import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { title } from '../shapes.ts';

const category = z
  .object({
    code: z.string().meta({ example: 'road-damage' }),
    name: title,
    icon: z.string(),
    public: z.boolean(),
    photoRequired: z.boolean(),
    afterPhotoRequired: z.boolean(),
    maskPlates: z.boolean(),
    flow: z.enum(['time-bound', 'immediate']),
  })
  .meta({ id: 'Category' });

export const listCategories = route({
  method: 'get',
  path: '/categories',
  access: 'public',
  etag: true,
  summary: { vi: 'Các lĩnh vực phản ánh', en: 'Categories of reports' },
  answers: {
    200: {
      description: 'Theo thứ tự của tỉnh / in the order of the province',
      schema: z.object({ items: z.array(category) }),
    },
  },
  async handle(ctx) {
    const { categories } = await configurationOf(ctx);
    return ok({ items: [...categories.values()] });
  },
});
