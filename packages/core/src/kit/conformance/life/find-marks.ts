import { schemaOf } from '../../../database/migrate.ts';
import type { Life, LivedSide } from './life.ts';

export interface Found {
  /** `table.column`; of the core's tables with its schema: `core.events.data`. */
  readonly column: string;
  readonly mark: string;
}

/** Every column of the plugin's schema, and of what it handed to the core, in which one of these texts stands. */
export async function findMarks({ plugin }: Life, { site }: LivedSide, marks: readonly string[]): Promise<Found[]> {
  const schema = schemaOf(plugin.id);
  return site.database(async ({ pool }) => {
    const { rows: tables } = await pool.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = $1 and tablename !~ '^migrations' order by 1`, [schema]);
    const places = [
      ...tables.map(({ name }) => ({ name, from: `"${schema}"."${name}"`, prefix: name })),
      { name: 'events', from: `(select data, subject from core.events where plugin = '${plugin.id}')`, prefix: 'core.events' },
      { name: 'tasks', from: `(select payload, error from core.tasks where plugin = '${plugin.id}')`, prefix: 'core.tasks' },
      { name: 'notices', from: '(select title, link, key from core.notices)', prefix: 'core.notices' },
    ];
    const found = new Map<string, Found>();
    for (const { from, prefix } of places) {
      const { rows } = await pool.query<{ column: string; mark: string }>(
        `select distinct field.key as "column", mark from ${from} as row cross join lateral jsonb_each_text(to_jsonb(row)) as field
         join unnest($1::text[]) as mark on strpos(field.value, mark) > 0`,
        [marks],
      );
      for (const { column, mark } of rows) found.set(`${prefix}.${column} ${mark}`, { column: `${prefix}.${column}`, mark });
    }
    return [...found.values()];
  });
}
