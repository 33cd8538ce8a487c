import { computeThread, Problem, sayIn } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { openStates, type ReportState } from '../handling/report-states.ts';
import type { ReportContext } from '../module.ts';
import { route } from '../module.ts';
import { agencyName, categoryName, communeName, type Names, namesOf } from '../pages/names.ts';
import { stateWords } from '../pages/words.ts';
import { state } from '../shapes.ts';
import { attachment, type Cell, csvLines, csvType } from './csv.ts';
import { spreadsheetType } from './spreadsheet.ts';
import type { SpreadsheetMessage } from './spreadsheet-thread.ts';

const rowsAtOnce = 1_000;
/** A spreadsheet is made whole in memory, for which the library has no other way; what is longer goes as CSV, which is not. */
const mostInSpreadsheet = 20_000;
const spreadsheetMb = 256;

const query = z.strictObject({ status: state.optional(), category: z.string().max(60).optional() });
type Filter = z.output<typeof query>;

const head: readonly string[] = [
  'Mã', 'Lĩnh vực', 'Xã, phường', 'Đơn vị', 'Trạng thái', 'Kênh', 'Gửi lúc', 'Hạn trả lời', 'Trả lời lúc', 'Đóng lúc', 'Mở lại', 'Đánh giá', 'Vĩ độ', 'Kinh độ', 'Nơi xảy ra', 'Nội dung đã che',
];

export const exportInboxCsv = route({
  method: 'get',
  path: '/inbox.csv',
  access: 'report:read',
  summary: { vi: 'Danh sách việc dạng CSV, không có người gửi', en: 'The work list as CSV, without reporters' },
  query,
  answers: { 200: { description: 'CSV, UTF-8', type: csvType } },
  async handle(ctx, { query: filter }) {
    const names = await namesOf(ctx);
    return { status: 200, pieces: csvOf(inboxPages(ctx, filter, names)), type: `${csvType}; charset=utf-8`, headers: attachment(ctx, 'phan-anh.csv') };
  },
});

export const exportInboxXlsx = route({
  method: 'get',
  path: '/inbox.xlsx',
  access: 'report:read',
  perMinute: 10,
  summary: { vi: `Danh sách việc dạng XLSX, tối đa ${mostInSpreadsheet} dòng`, en: `The work list as XLSX, at most ${mostInSpreadsheet} rows` },
  query,
  answers: { 200: { description: 'XLSX', type: spreadsheetType } },
  async handle(ctx, { query: filter }) {
    if (await isLonger(ctx, filter)) throw tooManyRows();
    await using thread = computeThread(new URL('./spreadsheet-thread.ts', import.meta.url), { memoryMb: spreadsheetMb });
    const ask = (message: SpreadsheetMessage) => thread.ask(message) as Promise<Uint8Array | null>;
    await ask({ add: [head] });
    for await (const page of inboxPages(ctx, filter, await namesOf(ctx))) await ask({ add: page });
    return { status: 200, bytes: (await ask({ sheet: 'Phản ánh' }))!, type: spreadsheetType, headers: attachment(ctx, 'phan-anh.xlsx') };
  },
});

const tooManyRows = () =>
  new Problem(
    413,
    'too-many-rows',
    { vi: `Danh sách dài hơn ${mostInSpreadsheet} dòng, quá dài cho một bảng tính.`, en: `The list is longer than ${mostInSpreadsheet} rows, too long for a spreadsheet.` },
    {
      detail: {
        vi: 'Hãy lọc theo trạng thái hoặc lĩnh vực, hoặc tải dạng CSV, không giới hạn số dòng: /api/field-reports/inbox.csv với cùng bộ lọc.',
        en: 'Filter by state or category, or take the CSV, which has no limit: /api/field-reports/inbox.csv with the same filter.',
      },
    },
  );

async function* csvOf(pages: AsyncIterable<Cell[][]>): AsyncGenerator<string> {
  yield csvLines([head], { first: true });
  for await (const page of pages) if (page.length > 0) yield csvLines(page);
}

function listed(ctx: ReportContext, { status, category }: Filter) {
  const rows = ctx.db.selectFrom('reports').where(ctx.allowed('report:read')).where('state', 'in', status === undefined ? openStates : [status]);
  return category === undefined ? rows : rows.where('category', '=', category);
}

async function isLonger(ctx: ReportContext, filter: Filter): Promise<boolean> {
  return (await listed(ctx, filter).select('id').offset(mostInSpreadsheet).limit(1).executeTakeFirst()) !== undefined;
}

/** Page by page in the order of the inbox; as many in memory as one page holds. */
async function* inboxPages(ctx: ReportContext, filter: Filter, names: Names): AsyncGenerator<Cell[][]> {
  const say = sayIn(ctx.language);
  let after: { due_at: string; id: string } | undefined;
  do {
    let rows = listed(ctx, filter)
      .select(['id', 'code', 'category', 'commune', 'agency', 'state', 'channel', 'submitted_at', 'due_at', 'answered_at', 'closed_at', 'reopened', 'rating', 'lat', 'lon', 'address', 'public_text'])
      // As text, since a Date has lost the microseconds that the next page goes on from.
      .select(sql<string>`due_at::text`.as('due_text'))
      .orderBy('due_at')
      .orderBy('id')
      .limit(rowsAtOnce);
    if (after !== undefined) rows = rows.where(sql<boolean>`(due_at, id) > (${after.due_at}::timestamptz, ${after.id}::uuid)`);
    const found = await rows.execute();
    yield found.map((report) => [
      report.code, categoryName(say, names, report.category), communeName(names, report.commune), agencyName(say, names, report.agency), say(stateWords[report.state as ReportState]),
      report.channel, local(report.submitted_at), local(report.due_at), local(report.answered_at), local(report.closed_at), report.reopened, report.rating,
      report.lat, report.lon, report.address, report.public_text,
    ]);
    const last = found.at(-1);
    after = found.length < rowsAtOnce || last === undefined ? undefined : { due_at: last.due_text, id: last.id };
  } while (after !== undefined);
}

/** `2026-11-22 14:05` in Vietnam: sorted as text, read as a time by spreadsheets. */
const local = (at: Date | null) => (at === null ? null : new Date(at.getTime() + 7 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '));
