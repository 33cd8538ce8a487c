import type { Report } from '../handling/move-report.ts';
import type { ReportTrx } from '../module.ts';
import { publishedWords, showInstead } from './published-words.ts';

/** Where words stand that can be hidden: in the text, in the address, or in an event of the timeline. */
export interface WordsPlace {
  readonly what: 'text' | 'address' | 'timeline';
  readonly event: number | null;
}

/** What everybody reads in one place of a report, and how it is made to read otherwise; undefined where no words stand. */
export async function shownWords(trx: ReportTrx, report: Report, { what, event }: WordsPlace): Promise<{ readonly text: string; show(text: string): Promise<unknown> } | undefined> {
  if (what === 'timeline') {
    const words = (await publishedWords(trx, report.id)).find((one) => one.event === event);
    return words && { text: words.text, show: (text) => showInstead(trx, report.id, words, text) };
  }
  const column = what === 'text' ? 'public_text' : 'address';
  const text = report[column];
  return text === null ? undefined : { text, show: (other) => trx.updateTable('reports').set({ [column]: other }).where('id', '=', report.id).execute() };
}
