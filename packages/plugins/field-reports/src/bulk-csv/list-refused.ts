import { Readable } from 'node:stream';
import type { Answer } from '@tinhthong/core';
import { route } from '../module.ts';
import { csvColumns } from './columns.ts';
import { byImport, readImportRow } from './imports.ts';
import { csvLines, mark } from './write-csv.ts';

export const listRefused = route({
  method: 'get',
  path: '/imports/{id}/refused.csv',
  access: 'report:import',
  summary: { vi: 'Các dòng hỏng, cùng dạng CSV thêm cột lý do: sửa rồi gửi lại', en: 'The bad lines in the same shape with a column that says why: to be mended and sent again' },
  params: byImport,
  answers: { 200: { description: 'Dạng CSV theo lô của Open311, UTF-8 có dấu đầu tệp / the bulk shape of Open311, UTF-8 with a mark', type: 'text/csv' } },
  async handle(ctx, { params }): Promise<Answer> {
    ctx.authorize('report:import', {});
    await readImportRow(ctx, params.id);
    const rows = await ctx.db.selectFrom('import_lines').select(['line', 'cells', 'problem']).where('import', '=', params.id).where('state', '=', 'bad').orderBy('line').execute();
    const lines = rows.map(({ line, cells, problem }) => [...cells, line, ctx.language === 'en' ? (problem?.en ?? '') : (problem?.vi ?? '')]);
    return { status: 200, type: 'text/csv; charset=utf-8', pieces: Readable.from([mark, csvLines([[...csvColumns, 'line', 'problem']]), csvLines(lines)]) };
  },
});
