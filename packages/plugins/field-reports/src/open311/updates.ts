import { sayIn } from '@tinhthong/core';
import { reportEvents } from '../events.ts';
import { agencyName, namesOf } from '../pages/names.ts';
import { maskText } from '../privacy/mask-text.ts';
import { shownData } from '../privacy/published-words.ts';
import { formatTime } from './dates.ts';
import { mediaUrl } from './media.ts';
import type { Given, Open311Request } from './parameters.ts';
import { wrong } from './refusals.ts';
import { mostRequests, time } from './request-filter.ts';
import type { Value } from './resources.ts';
import type { Status } from './status.ts';

interface UpdateRow {
  readonly id: string;
  readonly code: string;
  readonly type: keyof typeof reportEvents;
  readonly data: { readonly answer?: string; readonly reason?: string; readonly agency?: string; readonly text?: string; readonly status?: Status; readonly photos?: number };
  readonly at: Date;
  readonly status: Status;
  /** Which of the pictures taken after the work is the first of this answer. */
  readonly first: number;
}

// The state that an event leads to says whether it closes a request; of the others it stays as it was.
const closing = ['report.answered', 'report.closed', 'report.merged', 'report.upheld'];
const selectUpdates = `
  select change.update_id as id, report.code, event.type, ${shownData} as data, change.shown_at as at,
    case when event.type = 'report.answered' then (
      select 1 + coalesce(sum((earlier.data->>'photos')::int), 0)::int from core.event_log as earlier
      where earlier.subject = event.subject and earlier.type = 'report.answered' and earlier.id < event.id
    ) end as first,
    case when event.data->>'status' in ('open', 'closed') then event.data->>'status'
      when exists (
        select from core.event_log as last
        where last.subject = report.id::text and last.id = (
          select max(turn.id) from core.event_log as turn
          where turn.subject = report.id::text and turn.id <= event.id and (turn.type = any($3::text[]) or turn.type = 'report.reopened')
        ) and last.type = any($3::text[])
      ) then 'closed' else 'open' end as status
  from field_reports.report_changes as change
  join field_reports.reports as report on report.id = change.report and report.public
  join core.event_log as event on event.id = change.event
  where change.noticed_at <= $4::timestamptz and ($1::timestamptz is null or change.shown_at >= $1) and ($2::timestamptz is null or change.shown_at <= $2)
  order by change.shown_at desc, change.event desc limit ${mostRequests}`;

/** `GET servicerequestupdates`: what happened to public reports, newest first; between two dates, or the latest. */
export async function listUpdates(c: Open311Request, given: Given): Promise<Value> {
  const ctx = c.get('ctx');
  const [start, end] = [time(given, 'start_date'), time(given, 'end_date')];
  if ((start === undefined) !== (end === undefined)) {
    const missing = start === undefined ? 'start_date' : 'end_date';
    throw wrong(missing, { vi: 'start_date và end_date: cả hai, hoặc không có gì', en: 'start_date and end_date: both or none' });
  }
  if (start !== undefined && start > end!) throw wrong('end_date', { vi: 'phải sau start_date', en: 'must be after start_date' });
  const [names, rows] = await Promise.all([namesOf(ctx), ctx.query<UpdateRow>(selectUpdates, [start ?? null, end ?? null, closing, ctx.now()])]);
  const say = sayIn(ctx.language);
  const wordsOf = ({ type, data }: UpdateRow): string => {
    const title = say(reportEvents[type].title);
    if (type === 'report.commented') return data.text ?? title;
    const more = data.answer ?? data.reason ?? (data.agency === undefined ? undefined : agencyName(say, names, data.agency));
    return more === undefined ? title : `${title}: ${maskText(more)}`;
  };
  return rows.map((row) => ({
    update_id: row.id,
    service_request_id: row.code,
    status: row.status,
    description: wordsOf(row),
    media_url: row.type === 'report.answered' && (row.data.photos ?? 0) > 0 ? mediaUrl(c, row.code, `a${row.first}`) : null,
    updated_datetime: formatTime(row.at),
  }));
}
