import { notFound } from '@tinhthong/core';
import { z } from 'zod';
import type { ReportContext } from '../module.ts';
import { time } from '../shapes.ts';

/** Imports as the API shows them. */
export const byImport = z.strictObject({ id: z.uuid().meta({ 'x-from-elsewhere': true }) });

export const shownImport = z
  .object({
    id: z.uuid(),
    state: z.enum(['checked', 'running', 'done']).meta({ description: 'checked: mới kiểm tra, chưa nhập gì / checked only, nothing brought in' }),
    encoding: z.string().meta({ example: 'utf-8' }),
    lines: z.int(),
    good: z.int().meta({ description: 'Số dòng nhập được / lines that can be brought in' }),
    bad: z.int(),
    imported: z.int().meta({ description: 'Đã nhập đến nay / brought in so far' }),
    known: z.int().meta({ description: 'Đã có từ trước theo service_request_id / there already, by service_request_id' }),
    createdAt: time,
    finishedAt: time.nullable(),
    problems: z.array(z.object({ line: z.int(), message: z.object({ vi: z.string(), en: z.string().optional() }) })).meta({ description: 'Hai mươi dòng hỏng đầu tiên / the first twenty bad lines' }),
  })
  .meta({ id: 'Import' });

export type ShownImport = z.output<typeof shownImport>;

const shownProblems = 20;

/** @throws Problem 404 */
export async function readImportRow(ctx: ReportContext, id: string) {
  const row = await ctx.db.selectFrom('imports').selectAll().where('id', '=', id).executeTakeFirst();
  if (row === undefined) throw notFound({ vi: 'lần nhập này', en: 'Import' });
  const problems = await ctx.db.selectFrom('import_lines').select(['line', 'problem']).where('import', '=', id).where('state', '=', 'bad').orderBy('line').limit(shownProblems).execute();
  const { id: _, state, encoding, lines, bad, imported, known, created_at, finished_at } = row;
  return {
    id, state, encoding, lines, good: lines - bad, bad, imported, known, createdAt: created_at, finishedAt: finished_at,
    problems: problems.map(({ line, problem }) => ({ line, message: problem! })),
  };
}
