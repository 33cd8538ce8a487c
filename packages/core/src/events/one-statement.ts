import type { OneStatementChange } from '../plugin/context.ts';

const composed = new WeakMap<OneStatementChange, string>();

/**
 * Wraps a plugin's data-modifying SQL so that the events, the tasks of their consumers, the files and the idempotency
 * rows of all given changes are written by the same statement. One round trip for as many changes as arrive together,
 * and no transaction to hold open.
 *
 * Parameters: the changes as a JSON array, plugin, consumers' plugins[], consumers' jobs[]. Answers `{id, result}` rows.
 */
export function composeOneStatement(change: OneStatementChange): string {
  let text = composed.get(change);
  if (text === undefined) composed.set(change, (text = compose(change)));
  return text;
}

/** What the core gives with each change, beside the plugin's own values. */
const ownColumns = 'actor_kind text, actor_id text, repeat_id uuid, body_hash text';

function compose({ values, before = [], rows, also = [], event, files, result }: OneStatementChange): string {
  const columns = Object.entries(values).map(([name, type]) => `${name} ${type}, `).join('');
  const attached = files === undefined ? '' : `
attached as (
  update core.files as file set subject = wanted.id::text
  from (select change.id, unnest(${files}) as file from change join given using (id)) as wanted
  where file.id = wanted.file and file.plugin = $2 and file.subject is null
  returning wanted.id
),`;
  const complete = files === undefined ? 'true' : `cardinality(outcome.files) = (select count(*) from attached where attached.id = outcome.id)`;
  return `
with given as materialized (select * from json_to_recordset($1::json) as given(${columns}${ownColumns})),
${before.map((sql, i) => `before_${i} as (${sql}),\n`).join('')}change as (${rows}),
${also.map((sql, i) => `also_${i} as (${sql}),\n`).join('')}event as (
  insert into core.events (plugin, type, subject, at, actor_kind, actor_id, agency, data)
  select $2, '${event.type}', change.id::text, ${event.at ?? 'now()'}, given.actor_kind, given.actor_id, ${event.agency ?? 'null'}, ${event.data}
  from change join given using (id) returning id
),
task as (
  insert into core.tasks (plugin, job, event_id)
  select consumer.plugin, consumer.job, event.id
  from event cross join unnest($3::text[], $4::text[]) as consumer(plugin, job)
),${attached}
outcome as materialized (
  select change.id, given.repeat_id, given.body_hash, ${files ?? 'null'} as files, ${result} as result from change join given using (id)
),
kept as (
  insert into core.idempotency (id, body_hash, result)
  select repeat_id, decode(body_hash, 'hex'), result from outcome where repeat_id is not null
)
select id::text, case when ${complete} then result else core.refuse('files-not-found') end::text as result from outcome`;
}
