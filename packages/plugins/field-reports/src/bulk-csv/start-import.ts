import { created, timeOrderedId } from '@tinhthong/core';
import { sql } from 'kysely';
import { route } from '../module.ts';
import { checkLines } from './check-lines.ts';
import { csvColumns } from './columns.ts';
import { decodeText } from './decode-text.ts';
import { readImportRow, shownImport } from './imports.ts';
import { readCsv } from './read-csv.ts';

export const startImport = route({
  method: 'post',
  path: '/imports',
  access: 'report:import',
  raw: { types: ['text/csv'], mostBytes: 12 * 1024 * 1024 },
  perMinute: 20,
  summary: { vi: 'Gửi một tệp CSV: kiểm tra từng dòng, chưa nhập gì', en: 'Send a CSV file: every line is checked, nothing is brought in yet' },
  answers: { 201: { description: 'Kết quả kiểm tra / what the check found', schema: shownImport } },
  async handle(ctx, { upload }) {
    // Reports of all agencies and communes at once: for whoever may do it without a condition.
    ctx.authorize('report:import', {});
    const { encoding, text } = decodeText(upload);
    const lines = await readCsv(text);
    const checked = await checkLines(ctx, lines);
    const id = timeOrderedId();
    const bad = checked.filter((one) => 'problem' in one).length;
    const rows = checked.map((one, i) => ({
      line: one.line,
      cells: csvColumns.map((column) => lines[i]!.cells[column]),
      state: 'problem' in one ? 'bad' : 'good',
      problem: 'problem' in one ? one.problem : null,
    }));
    await ctx.change(async (trx) => {
      await trx.insertInto('imports').values({ id, state: 'checked', encoding, lines: lines.length, bad, created_at: ctx.now(), finished_at: null }).execute();
      await sql`
        insert into field_reports.import_lines (import, line, cells, state, problem)
        select ${id}, line, cells, state, problem from jsonb_to_recordset(${JSON.stringify(rows.map(storable))}::jsonb) as given(line int, cells jsonb, state text, problem jsonb)
      `.execute(trx);
      ctx.publish(trx, 'import.checked', { subject: id, data: { lines: lines.length, bad } });
      return null;
    });
    return created(await readImportRow(ctx, id));
  },
});

/** What PostgreSQL cannot store is why such a line is bad; it comes back without it. */
function storable<Row extends { readonly cells: readonly string[] }>(row: Row): Row {
  return { ...row, cells: row.cells.map((cell) => cell.replaceAll('\0', '').toWellFormed()) };
}
