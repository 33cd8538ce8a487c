import type { Report } from '../handling/move-report.ts';
import type { ReportTrx } from '../module.ts';
import { maskText } from './mask-text.ts';
import { publishedWords, showInstead } from './published-words.ts';

/**
 * Hides the number plates in all that everybody reads of a report, which was masked when its category let them be seen:
 * in the timeline at once, elsewhere by the columns that it answers. Of what was hidden by hand, before and after are
 * masked alike, so that it can be undone as ever; no plate comes back with it.
 */
export async function hidePlates(trx: ReportTrx, report: Report): Promise<Pick<Report, 'public_text' | 'address' | 'answer'>> {
  const mask = <T extends string | null>(text: T) => (text === null ? text : (maskText(text, { plates: true }) as T));
  for (const words of await publishedWords(trx, report.id)) {
    const text = mask(words.text);
    if (text !== words.text) await showInstead(trx, report.id, words, text);
  }
  const hidden = await trx.selectFrom('redactions').select(['id', 'text_before', 'text_after']).where('report', '=', report.id).where('what', '!=', 'picture').execute();
  for (const { id, text_before, text_after } of hidden) {
    await trx.updateTable('redactions').set({ text_before: mask(text_before), text_after: mask(text_after) }).where('id', '=', id).execute();
  }
  return { public_text: mask(report.public_text), address: mask(report.address), answer: mask(report.answer) };
}
