import { csvLines as linesOf, mark } from '../bulk-csv/write-csv.ts';
import type { ReportContext } from '../module.ts';

export type Cell = string | number | null;

/** Lines of a file that is written piece by piece; the first piece begins with the mark. */
export const csvLines = (rows: readonly (readonly Cell[])[], { first = false } = {}): string => (first ? mark : '') + linesOf(rows);

export const csvType = 'text/csv';

/** What a browser is told to call the file, its province first. */
export const attachment = ({ tenant }: ReportContext, name: string) => ({ 'content-disposition': `attachment; filename="${tenant.id}-${name}"` });
