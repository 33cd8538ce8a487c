import type pg from 'pg';
import { until } from '../support/until.ts';
import type { Submission } from './citizens.ts';

/**
 * Everything that is promised about a province whose work is done, each as SQL that answers the rows breaking it.
 * The table `sent` holds what people sent in; `code` is null unless it was acknowledged, `maybe` a move that was sent
 * and never answered.
 */
const promises: Readonly<Record<string, string>> = {
  'an acknowledged report is not there exactly once': `
    select sent.code, count(report.id) from sent left join field_reports.reports as report
      on report.code = sent.code and report.description = sent.text
    where sent.code is not null group by sent.code having count(report.id) <> 1`,
  'a report is there more than once': `
    select sent.text, count(*) from sent join field_reports.reports as report on report.description = sent.text
    group by sent.text having count(*) > 1`,
  'a report is there that nobody sent': `
    select code from field_reports.reports where description not in (select text from sent)`,
  'a report has not exactly one event of its submission': `
    select report.code, count(event.id) from field_reports.reports as report left join core.events as event
      on event.subject = report.id::text and event.type = 'report.submitted'
    group by report.code having count(event.id) <> 1`,
  'an event stands for no report': `
    select id, type from core.events where plugin = 'field-reports' and subject not in (select id::text from field_reports.reports)`,
  'an acknowledged move has not exactly one event, or one was made that was not asked for': `
    with asked as (select code, type from sent, unnest(events) as type where code is not null),
    made as (
      select report.code, event.type, count(*) as times from core.events as event
        join field_reports.reports as report on report.id::text = event.subject
      where event.type <> 'report.submitted' group by 1, 2
    )
    select code, type, times from asked full join made using (code, type)
    where case when asked is null then times > 1 or not exists (select from sent where sent.code = made.code and maybe = made.type)
      else times is distinct from 1 end`,
  'the answer of an acknowledged report is not kept exactly once': `
    select sent.code, count(kept.id) from sent left join core.idempotency as kept
      on kept.result ->> 'code' = sent.code and kept.result ->> 'dueAt' is not null
    where sent.code is not null group by sent.code having count(kept.id) <> 1`,
  'an answer is kept without its result': `
    select id from core.idempotency where result is null`,
  'an agency was not told of a report exactly once': `
    select report.code, count(notice.id) from field_reports.reports as report
      left join core.notices as notice on notice.key = 'new:' || report.code
    group by report.code having count(notice.id) <> 1`,
  'a task of an event did not take effect exactly once': `
    select event.id, consumer, count(entry.event) from core.events as event
      cross join unnest(array['count-together', 'count-alone']) as consumer
      left join ledger.entries as entry on entry.event = event.id and entry.job = consumer
    where event.type = 'report.submitted' group by event.id, consumer having count(entry.event) <> 1`,
  // A clock may strike between the end of the work and this look.
  'a task is left over': `
    select id, plugin, job, attempts, due_at, error from core.tasks as task
    where attempts > 0 or created_at < now() - interval '10 seconds'
      or not exists (select from core.schedule_runs as struck where struck.plugin = task.plugin and struck.job = task.job)`,
  'an event has no position, or positions have gaps or repeat': `
    select id, position, expected from (select id, position, row_number() over (order by position, id) as expected from core.events) as log
    where position is distinct from expected`,
  'a projection is behind the log': `
    select plugin, name, position from core.projections where position <> (select max(position) from core.events)`,
  'the figures are not what the log says': `
    with counted as (
      select (at at time zone 'Asia/Ho_Chi_Minh')::date as day, data ->> 'category' as category,
        count(*) filter (where type = 'report.submitted') as submitted,
        count(*) filter (where type = 'report.accepted') as accepted,
        count(*) filter (where type = 'report.answered') as answered,
        count(*) filter (where type = 'report.answered' and (data ->> 'onTime')::boolean) as answered_on_time,
        count(*) filter (where type = 'report.closed') as closed
      from core.events where plugin = 'field-reports' group by 1, 2
    )
    select coalesce(kept.day, counted.day), coalesce(kept.category, counted.category)
    from (select * from field_reports.figures where face = 'category' and span = 'day') as kept full join counted using (day, category)
    where (coalesce(kept.submitted, 0), coalesce(kept.accepted, 0), coalesce(kept.answered, 0), coalesce(kept.answered_on_time, 0), coalesce(kept.closed, 0))
      is distinct from (coalesce(counted.submitted, 0), coalesce(counted.accepted, 0), coalesce(counted.answered, 0), coalesce(counted.answered_on_time, 0), coalesce(counted.closed, 0))`,
};

/** What is wrong in a province, a line a broken promise with the first few rows; nothing when all is well. */
export async function faultsOf(client: pg.Client, sent: readonly Submission[]): Promise<string[]> {
  const rows = sent.map(({ text, code, moved, unknownMove }) => ({ text, code: code ?? null, events: moved, maybe: unknownMove ?? null }));
  await client.query('drop table if exists sent; create temp table sent (text text, code text, events text[], maybe text)');
  await client.query('insert into sent select * from jsonb_to_recordset($1::jsonb) as s(text text, code text, events text[], maybe text)', [JSON.stringify(rows)]);
  await client.query('analyze sent');
  const faults: string[] = [];
  for (const [fault, sql] of Object.entries(promises)) {
    const { rows: broken } = await client.query<object>(sql);
    if (broken.length > 0) faults.push(`${fault} (${broken.length}): ${JSON.stringify(broken.slice(0, 3))}`);
  }
  return faults;
}

/** Waits until nothing is left to do in a province: no task, no event without a position, no projection behind. */
export async function drained(client: pg.Client, province: string): Promise<void> {
  await until(`everything in ${province} is done`, async () => {
    const { rows } = await client.query<{ done: boolean }>(`
      select not exists (select from core.tasks where due_at < 'infinity')
        and not exists (select from core.events where position is null)
        and not exists (select from core.projections where position <> (select max(position) from core.events)) as done`);
    return rows[0]!.done || undefined;
  }, 120_000);
}
