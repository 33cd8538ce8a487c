import type { Insertable } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../tables.ts';
import { questionKinds } from './questions.ts';

const text = z.strictObject({ vi: z.string().min(1).max(300), en: z.string().max(300).optional() });
const key = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);

const questionShape = z
  .strictObject({
    code: key,
    kind: z.enum(questionKinds),
    variable: z.boolean().default(true),
    required: z.boolean().default(false),
    public: z.boolean().default(false),
    question: text,
    hint: text.optional(),
    choices: z.array(z.strictObject({ key, name: text })).max(100).default([]),
  })
  .refine(({ kind, choices }) => (kind.endsWith('list') ? choices.length >= 2 : choices.length === 0), {
    error: 'danh sách có từ hai lựa chọn, kiểu khác không có / lists have two choices or more, other kinds none',
  })
  .refine(({ choices }) => new Set(choices.map((choice) => choice.key)).size === choices.length, { error: 'lựa chọn trùng mã / two choices with one key' })
  .refine(({ variable, required }) => variable || !required, { error: 'chỉ để đọc thì không bắt buộc được / what is only to be read cannot be required' });

/** What a category of a province's template asks, in order. */
export const questionShapes = z
  .array(questionShape)
  .max(30)
  .refine((questions) => new Set(questions.map(({ code }) => code)).size === questions.length, { error: 'câu hỏi trùng mã / two questions with one code' });

export function rowOfQuestion(category: string, { question, hint, choices, ...rest }: z.output<typeof questionShape>, position: number): Insertable<Tables['category_questions']> {
  return { ...rest, category, position, question: JSON.stringify(question), hint: hint === undefined ? null : JSON.stringify(hint), choices: JSON.stringify(choices) };
}
