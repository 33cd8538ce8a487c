import { graphemeLength } from '@tinhthong/core';
import { formatTime, parseTime } from './dates.ts';
import type { Given } from './parameters.ts';
import { wrong } from './refusals.ts';
import { type Status, statuses } from './status.ts';

export const mostRequests = 1_000;
const mostDays = 90;
const dayMs = 86_400_000;

/** What a list of requests is asked for. Exactly one of `ids`, `changed` and `requested` chooses; the others narrow. */
export interface RequestFilter {
  readonly ids?: readonly string[];
  /** After and up to: reports of which something changed then. `before` is open where the caller named no end. */
  readonly changed?: { readonly after: Date; readonly before: Date | undefined };
  readonly requested?: { readonly from: Date; readonly to: Date };
  readonly serviceCodes?: readonly string[];
  readonly status?: Status;
  readonly bbox?: readonly [number, number, number, number];
  readonly page: number;
  readonly pageSize: number;
  readonly extensions: boolean;
}

/** The parameters of `GET requests` as one question, without HTTP and SQL. @throws Problem naming the parameter that cannot be understood */
export function requestFilter(given: Pick<Given, 'one' | 'list'>, now: Date): RequestFilter {
  const paging = { page: whole(given, 'page', 1, 1, 100_000), pageSize: whole(given, 'page_size', mostRequests, 1, mostRequests), extensions: flag(given, 'extensions') };
  const ids = given.list('service_request_id');
  if (ids.length > mostRequests) throw wrong('service_request_id', { vi: `tối đa ${mostRequests}`, en: `at most ${mostRequests}` });
  // An id overrides everything else.
  if (ids.length > 0) return { ids, ...paging };

  const [start, end, after, before] = [time(given, 'start_date'), time(given, 'end_date'), time(given, 'updated_after'), time(given, 'updated_before')];
  const changed = after === undefined && before === undefined ? undefined : { after: after ?? new Date(0), before };
  // Whoever asks what has changed wants old requests as well; so only the days that are named count beside it.
  const requested = changed !== undefined && start === undefined && end === undefined ? undefined : spanOf(start, end, now);
  const serviceCodes = given.list('service_code');
  return { ...(changed && { changed }), ...(requested && { requested }), ...(serviceCodes.length > 0 && { serviceCodes }), ...statusIn(given), ...boxIn(given), ...paging };
}

/** Both ends, the first and its ninety days, the last and the ninety before it, or the ninety until now. */
function spanOf(start: Date | undefined, end: Date | undefined, now: Date): { from: Date; to: Date } {
  const later = (at: Date, days: number) => new Date(at.getTime() + days * dayMs);
  const to = end ?? (start === undefined ? now : new Date(Math.min(now.getTime(), later(start, mostDays).getTime())));
  const from = start ?? later(to, -mostDays);
  if (end !== undefined && from > to) throw wrong('end_date', { vi: 'phải sau start_date', en: 'must be after start_date' });
  if (to.getTime() - from.getTime() > mostDays * dayMs) {
    throw wrong('start_date', { vi: `tối đa ${mostDays} ngày một lần; hãy hỏi từ ${formatTime(later(to, -mostDays))}`, en: `at most ${mostDays} days at a time; ask from ${formatTime(later(to, -mostDays))}` });
  }
  return { from, to };
}

export function time(given: Pick<Given, 'one'>, name: string): Date | undefined {
  const text = given.one(name);
  const at = text === undefined ? undefined : parseTime(text);
  if (text !== undefined && at === undefined) throw wrong(name, { vi: 'phải là thời điểm như 2026-01-01T00:00:00+07:00', en: 'must be a time like 2026-01-01T00:00:00+07:00' });
  return at;
}

function whole(given: Pick<Given, 'one'>, name: string, usual: number, least: number, most: number): number {
  const text = given.one(name);
  const value = text === undefined ? usual : /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) throw wrong(name, { vi: `phải là số từ ${least} đến ${most}`, en: `must be a number from ${least} to ${most}` });
  return value;
}

function flag(given: Pick<Given, 'one'>, name: string): boolean {
  const text = given.one(name) ?? 'false';
  if (!['true', 'false', '1', '0', 'v1'].includes(text)) throw wrong(name, { vi: 'phải là true hoặc false', en: 'must be true or false' });
  return !['false', '0'].includes(text);
}

function statusIn(given: Pick<Given, 'list'>): { status?: Status } {
  const wanted = new Set(given.list('status'));
  for (const status of wanted) if (!(statuses as readonly string[]).includes(status)) throw wrong('status', { vi: 'phải là open hoặc closed', en: 'must be open or closed' });
  const [only] = wanted;
  return wanted.size === 1 ? { status: only as Status } : {};
}

function boxIn(given: Pick<Given, 'one'>): { bbox?: RequestFilter['bbox'] & {} } {
  const text = given.one('bbox');
  if (text === undefined) return {};
  const numbers = graphemeLength(text) <= 120 ? text.split(',').map((part) => (/^\s*-?\d+(\.\d+)?\s*$/.test(part) ? Number(part) : NaN)) : [];
  const [west = NaN, south = NaN, east = NaN, north = NaN] = numbers;
  const sound = numbers.length === 4 && west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
  if (!sound) throw wrong('bbox', { vi: 'phải là tây,nam,đông,bắc bằng độ', en: 'must be west,south,east,north in degrees' });
  return { bbox: [west, south, east, north] };
}
