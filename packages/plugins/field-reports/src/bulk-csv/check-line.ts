import { fold, graphemeLength, isStorableText, type Text } from '@tinhthong/core';
import { parseTime } from '../open311/dates.ts';
import type { CsvCells } from './columns.ts';

export interface Known {
  /** Folded name or code → code. */
  readonly categories: ReadonlyMap<string, string>;
  readonly agencies: ReadonlyMap<string, string>;
  readonly now: Date;
}

/** A report as a line tells it; its place is still to be found in the province. */
export interface ToldReport {
  readonly foreignId: string;
  readonly requestedAt: Date;
  readonly updatedAt: Date;
  readonly closedAt: Date | null;
  readonly notes: string;
  readonly category: string;
  readonly description: string;
  readonly agency: string | null;
  readonly address: string;
  readonly lat: number | null;
  readonly lon: number | null;
}

export type Checked = { readonly report: ToldReport } | { readonly problem: Text };

const closedWords = new Set(['closed', 'answered', 'resolved', 'completed', 'done', 'da dong', 'da tra loi', 'da xu ly', 'hoan thanh', 'dong']);
const openWords = new Set(['', 'open', 'submitted', 'accepted', 'assigned', 'in-progress', 'in progress', 'reopened', 'moi gui', 'da tiep nhan', 'da chuyen xu ly', 'dang xu ly', 'da mo lai', 'mo']);

/** Checks one line without HTTP and SQL: a report, or the first thing that is wrong in words that its sender can act on. */
export function checkLine(cells: CsvCells, known: Known): Checked {
  const wrong = (column: keyof CsvCells, vi: string, en: string): Checked => ({ problem: { vi: `${column}: ${vi}`, en: `${column}: ${en}` } });
  for (const [column, text] of Object.entries(cells)) if (!isStorableText(text)) return wrong(column as keyof CsvCells, 'có ký tự không lưu được', 'holds a character that cannot be stored');

  const foreignId = cells.service_request_id;
  if (foreignId === '' || foreignId.length > 100) return wrong('service_request_id', 'cần có, tối đa 100 ký tự', 'is required, at most 100 characters');
  const requestedAt = timeOf(cells.requested_datetime);
  if (requestedAt === undefined) return wrong('requested_datetime', 'phải là thời điểm như 2026-01-01T08:00:00+07:00', 'must be a time like 2026-01-01T08:00:00+07:00');
  if (requestedAt > known.now) return wrong('requested_datetime', 'ở tương lai', 'is in the future');

  const status = fold(cells.status_description);
  const closed = closedWords.has(status) || cells.closed_date !== '';
  if (!closed && !openWords.has(status)) return wrong('status_description', 'phải là open hoặc closed', 'must be open or closed');
  const updatedAt = cells.updated_datetime === '' ? requestedAt : timeOf(cells.updated_datetime);
  if (updatedAt === undefined || updatedAt < requestedAt || updatedAt > known.now) return wrong('updated_datetime', 'phải là thời điểm sau requested_datetime, không ở tương lai', 'must be a time after requested_datetime, not in the future');
  const closedAt = !closed ? null : cells.closed_date === '' ? updatedAt : timeOf(cells.closed_date);
  if (closedAt === undefined || (closedAt !== null && (closedAt < requestedAt || closedAt > known.now))) return wrong('closed_date', 'phải là thời điểm sau requested_datetime, không ở tương lai', 'must be a time after requested_datetime, not in the future');

  const category = known.categories.get(fold(cells.service_subtype)) ?? known.categories.get(fold(cells.service_name));
  if (category === undefined) return wrong('service_name', 'không phải lĩnh vực nào của tỉnh', 'is no category of this province');
  if (cells.description === '' || graphemeLength(cells.description) > 4_000) return wrong('description', '1 đến 4.000 ký tự', '1 to 4,000 characters');
  if (graphemeLength(cells.status_notes) > 4_000) return wrong('status_notes', 'tối đa 4.000 ký tự', 'at most 4,000 characters');
  if (graphemeLength(cells.address) > 300) return wrong('address', 'tối đa 300 ký tự', 'at most 300 characters');
  const agency = cells.agency_responsible === '' ? null : known.agencies.get(fold(cells.agency_responsible));
  if (agency === undefined) return wrong('agency_responsible', 'không phải đơn vị nào của tỉnh; để trống thì theo bảng phân công', 'is no agency of this province; left empty, routing decides');

  const [lat, lon] = [degrees(cells.lat, 90), degrees(cells.long, 180)];
  if (lat === undefined || (lat === null) !== (lon === null)) return wrong('lat', 'phải là số độ, cùng với long', 'must be degrees, together with long');
  if (lon === undefined) return wrong('long', 'phải là số độ, cùng với lat', 'must be degrees, together with lat');
  if (lat === null && cells.address === '') return wrong('lat', 'cần lat và long, hoặc address có tên xã, phường', 'lat and long are needed, or an address that names a commune');
  return { report: { foreignId, requestedAt, updatedAt, closedAt, notes: cells.status_notes, category, description: cells.description, agency, address: cells.address, lat, lon } };
}

/** As the standard writes it, or as spreadsheets of this country rewrite it: `22/11/2026 19:05`, `19:05 22/11/2026`. */
function timeOf(text: string): Date | undefined {
  const turned = /^(?:(\d{1,2}:\d{2}(?::\d{2})?) )?(\d{1,2})\/(\d{1,2})\/(\d{4})(?: (\d{1,2}:\d{2}(?::\d{2})?))?$/.exec(text);
  if (turned === null) return parseTime(text);
  const [, before, day = '', month = '', year = '', after] = turned;
  const time = (before ?? after ?? '00:00').padStart(5, '0').replace(/^(\d):/, '0$1:');
  return parseTime(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T${time}`);
}

/** Null where the cell is empty, undefined where it is no number of degrees; with a comma, as it is written here, too. */
function degrees(text: string, most: number): number | null | undefined {
  if (text === '') return null;
  const value = /^-?\d{1,3}([.,]\d{1,20})?$/.test(text) ? Number(text.replace(',', '.')) : NaN;
  return Math.abs(value) <= most ? value : undefined;
}
