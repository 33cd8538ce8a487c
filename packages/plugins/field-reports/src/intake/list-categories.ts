import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { questionKinds } from '../open311/questions.ts';
import { title } from '../shapes.ts';

const question = z
  .object({
    code: z.string().meta({ example: 'depth' }),
    kind: z.enum(questionKinds),
    variable: z.boolean().meta({ description: 'false: chỉ để đọc / only to be read' }),
    required: z.boolean(),
    public: z.boolean().meta({ description: 'Mọi người thấy câu trả lời / everybody sees the answer' }),
    question: title,
    hint: title.nullable(),
    choices: z.array(z.object({ key: z.string(), name: title })),
  })
  .meta({ id: 'Question' });

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
    questions: z.array(question).meta({ description: 'Hỏi thêm gì, theo thứ tự / what is asked beyond what every report has, in order' }),
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
    const { categories, questions } = await configurationOf(ctx);
    const asked = (code: string) => (questions.get(code) ?? []).map(({ code, kind, variable, required, public: shown, question, hint, choices }) => ({ code, kind, variable, required, public: shown, question, hint, choices }));
    return ok({ items: [...categories.values()].map((one) => ({ ...one, questions: asked(one.code) })) });
  },
});
