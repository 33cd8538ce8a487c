import { invalidFields } from '@tinhthong/core';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';
import { type Answers, checkAnswers } from '../open311/questions.ts';

/** Part of the body of whoever sends or enters a report. */
export const answers = z
  .record(z.string().max(60), z.array(z.string().max(16_000)).max(100))
  .optional()
  .meta({
    description: 'Trả lời câu hỏi của lĩnh vực, theo mã câu hỏi; đã gửi trường này thì câu bắt buộc phải có / answers to the questions of the category, by their codes; where this is sent, what is required must be in it',
    example: { depth: ['knee'], danger: ['current', 'power'] },
  });

/**
 * What was answered, checked against what the category asks. A form that asks sends `answers`, be it empty: only then what is
 * required must be there, because forms without a script, letters and calls cannot ask.
 *
 * @throws Problem 422 naming every answer that is wrong
 */
export async function checkedAnswers(ctx: ReportContext, category: string, given: Answers | undefined): Promise<Answers | undefined> {
  if (given === undefined) return undefined;
  const { questions } = await configurationOf(ctx);
  const filled = Object.fromEntries(Object.entries(given).flatMap(([code, values]) => {
    const written = values.map((value) => value.normalize('NFC').trim()).filter((value) => value !== '');
    return written.length === 0 ? [] : [[code, written]];
  }));
  const errors = checkAnswers(questions.get(category) ?? [], filled, (code) => `body.answers.${code}`);
  if (errors.length > 0) throw invalidFields(errors);
  return filled;
}
