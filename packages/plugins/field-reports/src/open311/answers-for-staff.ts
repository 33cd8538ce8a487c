import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';
import { maskText } from '../privacy/mask-text.ts';
import { title } from '../shapes.ts';
import { shownAnswers } from './questions.ts';

/** What staff see of a report beyond its text: answers to the category's questions, pictures that lie elsewhere. */
export const staffAnswers = {
  answers: z.array(z.object({ code: z.string(), question: title, answer: z.string() })).meta({ description: 'Trả lời câu hỏi của lĩnh vực, đã che / answers to the questions of the category, masked' }),
  mediaUrls: z.array(z.string()).meta({ description: 'Ảnh ở nơi khác, hệ thống không tải về / pictures elsewhere, never fetched' }),
};

export async function answersForStaff(ctx: ReportContext, report: { readonly id: string; readonly category: string }) {
  const { questions, categories } = await configurationOf(ctx);
  const kept = await ctx.db.selectFrom('report_answers').select(['answers', 'media_urls']).where('report', '=', report.id).executeTakeFirst();
  const plates = categories.get(report.category)?.maskPlates ?? false;
  const answers = shownAnswers(questions.get(report.category) ?? [], kept?.answers ?? {}, { onlyPublic: false });
  return { answers: answers.map((one) => ({ ...one, answer: maskText(one.answer, { plates }) })), mediaUrls: kept?.media_urls ?? [] };
}
