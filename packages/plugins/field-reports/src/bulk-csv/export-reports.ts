import type { Answer } from '@tinhthong/core';
import { z } from 'zod';
import { openStates } from '../handling/report-states.ts';
import { type ReportContext, route } from '../module.ts';
import { formatTime } from '../open311/dates.ts';
import { addressIn } from '../open311/public-address.ts';
import { statusOf } from '../open311/status.ts';
import { agencyName, categoryName, communeName, type Names, namesOf } from '../pages/names.ts';
import { stateWords } from '../pages/words.ts';
import type { ReportState } from '../handling/report-states.ts';
import { sayIn, type Say } from '@tinhthong/core';
import { csvColumns } from './columns.ts';
import { csvLines, mark } from './write-csv.ts';

const rowsAtOnce = 1_000;

export const exportReports = route({
  method: 'get',
  path: '/reports.csv',
  access: 'public',
  perMinute: 10,
  summary: { vi: 'Phản ánh công khai dạng CSV của Open311, mới nhất trước', en: 'Public reports as CSV in the bulk shape of Open311, newest first' },
  query: z.strictObject({
    from: z.iso.date().optional().meta({ description: 'Gửi từ ngày / sent on this day or later', example: '2026-01-01' }),
    to: z.iso.date().optional().meta({ description: 'Gửi trước ngày / sent before this day', example: '2027-01-01' }),
    status: z.enum(['open', 'closed']).optional(),
    category: z.string().max(60).optional(),
  }),
  answers: { 200: { description: 'Dạng CSV theo lô của Open311, UTF-8 có dấu đầu tệp / the bulk shape of Open311, UTF-8 with a mark', type: 'text/csv' } },
  async handle(ctx, { query }): Promise<Answer> {
    const names = await namesOf(ctx);
    return {
      status: 200,
      type: 'text/csv; charset=utf-8',
      headers: { 'content-disposition': 'attachment; filename="reports.csv"' },
      pieces: piecesOf(ctx, names, query),
    };
  },
});

interface Wanted {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly status?: 'open' | 'closed' | undefined;
  readonly category?: string | undefined;
}

interface ExportedRow {
  readonly id: string;
  readonly code: string;
  readonly category: string;
  readonly commune: string;
  readonly lat: number;
  readonly lon: number;
  readonly address: string | null;
  readonly text: string;
  readonly state: ReportState;
  readonly agency: string;
  readonly channel: string;
  readonly answer: string | null;
  readonly submitted: Date;
  /** With all its digits: the place where the next thousand begins. */
  readonly place: string;
  readonly answered: Date | null;
  readonly closed: Date | null;
  readonly updated: Date;
}

const open = openStates.map((state) => `'${state}'`).join(', ');
const selectRows = `
  select id, code, category, commune, lat, lon, address, public_text as text, state, agency, channel, answer,
    submitted_at as submitted, submitted_at::text as place, answered_at as answered, closed_at as closed, updated_at as updated
  from field_reports.reports
  where public and ($1::timestamptz is null or submitted_at >= $1) and ($2::timestamptz is null or submitted_at < $2)
    and ($3::text is null or ($3 = 'open') = (state in (${open}))) and ($4::text is null or category = $4)
    and ($5::timestamptz is null or (submitted_at, id) < ($5, $6::uuid))
  order by submitted_at desc, id desc limit ${rowsAtOnce}`;

/** A thousand at a time, as fast as they are taken: the memory of a year is that of a page. */
async function* piecesOf(ctx: ReportContext, names: Names, { from, to, status, category }: Wanted): AsyncGenerator<string> {
  const say = sayIn(ctx.language);
  const day = (date: string | undefined) => (date === undefined ? null : `${date}T00:00:00+07:00`);
  yield mark + csvLines([csvColumns]);
  let last: ExportedRow | undefined;
  do {
    const rows: ExportedRow[] = await ctx.query<ExportedRow>(selectRows, [day(from), day(to), status ?? null, category ?? null, last?.place ?? null, last?.id ?? null]);
    if (rows.length > 0) yield csvLines(rows.map((row) => recordOf(row, names, say)));
    last = rows.length === rowsAtOnce ? rows.at(-1) : undefined;
  } while (last !== undefined);
}

function recordOf(row: ExportedRow, names: Names, say: Say): (string | number | null)[] {
  const status = statusOf(row.state);
  const closed = status === 'closed' ? (row.closed ?? row.answered ?? row.updated) : null;
  return [
    row.code,
    formatTime(row.submitted),
    formatTime(row.updated),
    closed && formatTime(closed),
    status,
    status === 'closed' && row.answer !== null ? row.answer : say(stateWords[row.state]),
    row.channel,
    categoryName(say, names, row.category),
    row.category,
    row.text,
    agencyName(say, names, row.agency),
    addressIn(communeName(names, row.commune), row.address),
    row.lat,
    row.lon,
  ];
}
