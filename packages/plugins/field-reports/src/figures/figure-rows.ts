import { addCounts } from './counters.ts';
import type { ReportFacts } from './report-facts.ts';
import type { Tally } from './tally.ts';

/** What figures are shown by. */
export const faces = ['category', 'agency', 'commune'] as const;
export type Face = (typeof faces)[number];

/** How far a row reaches: a year is read as its months, and only what is left over as days. */
export const spans = ['day', 'month'] as const;
export type Span = (typeof spans)[number];

/**
 * Which row of the figures something is added to: of all that a category, an agency or a commune has, where the other
 * two are empty; or of all three together (`all`), from which one is read within another.
 */
export interface FigureKey {
  readonly face: Face | 'all';
  readonly span: Span;
  /** Of a month its first. */
  readonly day: string;
  readonly category: string;
  readonly agency: string;
  readonly commune: string;
}

export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** Gathers what is to be added to each row, whatever the number of reports that it comes from. */
export function figureRows() {
  const found = new Map<string, FigureKey & { readonly counts: Record<string, number> }>();
  function add(key: FigureKey, counts: Tally['counts'], times: 1 | -1): void {
    const id = [key.face, key.span, key.day, key.category, key.agency, key.commune].join('|');
    if (!found.has(id)) found.set(id, { ...key, counts: {} });
    addCounts(found.get(id)!.counts, counts, times);
  }
  return {
    /** What a report adds; with `times` -1 it is taken away again. */
    add({ category, commune = '' }: ReportFacts, tallies: readonly Tally[], times: 1 | -1): void {
      for (const { day, agency = '', counts } of tallies) {
        for (const span of spans) {
          const on = { span, day: span === 'day' ? day : monthOf(day), category: '', agency: '', commune: '' };
          add({ ...on, face: 'category', category }, counts, times);
          if (agency !== '') add({ ...on, face: 'agency', agency }, counts, times);
          if (commune !== '') add({ ...on, face: 'commune', commune }, counts, times);
          add({ ...on, face: 'all', category, agency, commune }, counts, times);
        }
      }
    },
    /** Only what changes anything, and of that only the counts that do. */
    rows: (): object[] =>
      [...found.values()].flatMap(({ counts, ...key }) => {
        const changed = Object.entries(counts).filter(([, count]) => count !== 0);
        return changed.length === 0 ? [] : [{ ...key, ...Object.fromEntries(changed) }];
      }),
  };
}
