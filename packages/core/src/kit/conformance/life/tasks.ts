import { schemaOf } from '../../../database/migrate.ts';
import { changedTables, fingerprint, type Fingerprint } from '../../province-fingerprint.ts';
import { type Check, fault, type Fault } from '../fault.ts';
import type { Life } from './life.ts';

interface Wanted {
  readonly job: string;
  readonly event: number | null;
}

const mostOfAType = 5;

export const tasks: Check<Life> = {
  id: 'tasks',
  title: { vi: 'Việc nền chạy được, và làm lại không thêm gì', en: 'Jobs run, and the same event again adds nothing' },
  why: {
    vi: 'Sau khi khôi phục bản sao lưu hay khi người vận hành bấm chạy lại, cùng một sự kiện đến lần nữa; không ai được nhận tin hai lần.',
    en: 'After a restore, or when an operator runs it again, the same event comes once more; nobody should be told twice.',
  },
  async run(life) {
    const scheduled = Object.entries(life.plugin.jobs).flatMap(([job, { cron }]) => (cron === undefined ? [] : [{ job, event: null }]));
    const consumed = await consumedEvents(life);
    await hand(life, [...scheduled, ...consumed]);
    const failed = await failures(life);
    if (failed.length > 0) return failed;
    const before = await effects(life);
    const { told } = life.journal;
    const toldBefore = told.length;
    await hand(life, consumed);
    const changed = [...changedTables(before, await effects(life)), ...told.slice(toldBefore).map(({ message }) => `messages.${message}`)];
    return changed.map((what) =>
      fault('jobs', [`Cùng một sự kiện đến lần nữa đã đổi "${what}".`, `The same event, come again, changed "${what}".`], ['Lấy mã sự kiện làm khóa: on conflict do nothing, hoặc khóa của ctx.notify; chỉ ctx.tell khi dòng ấy là mới.', 'Make the event the key: on conflict do nothing, or the key of ctx.notify; ctx.tell only where that row is new.']),
    );
  },
};

/** The last few events of each type that the plugin itself consumes, for each of the jobs that do. */
async function consumedEvents({ plugin, hue }: Life): Promise<Wanted[]> {
  const types = Object.keys(plugin.events.consumes).filter((type) => !type.includes('/'));
  const { rows } = await hue.site.database(({ pool }) =>
    pool.query<{ id: number; type: string }>(
      `select id, type from (select id, type, row_number() over (partition by type order by id desc) as nth from core.events where plugin = $1 and type = any($2)) as event where nth <= $3`,
      [plugin.id, types, mostOfAType],
    ),
  );
  return rows.flatMap(({ id, type }) => plugin.events.consumes[type]!.map((job) => ({ job, event: id })));
}

async function hand({ plugin, world, hue }: Life, wanted: readonly Wanted[]): Promise<void> {
  await hue.site.database(({ pool }) =>
    pool.query('insert into core.tasks (plugin, job, event_id) select $1, * from unnest($2::text[], $3::bigint[])', [plugin.id, wanted.map(({ job }) => job), wanted.map(({ event }) => event)]),
  );
  await world.settled();
}

/** Tasks that failed wait for their next attempt; what failed once in an orderly world fails again. */
async function failures({ plugin, hue }: Life): Promise<Fault[]> {
  const { rows } = await hue.site.database(({ pool }) => pool.query<{ job: string; error: string }>('select distinct job, error from core.tasks where plugin = $1 and error is not null', [plugin.id]));
  return rows.map(({ job, error }) => fault(`jobs.${job}`, [`Việc nền lỗi: ${error}`, `The job fails: ${error}`], ['Sửa run; dữ liệu lạ thì ghi nhận và bỏ qua.', 'Mend run; what it cannot use it notes and passes over.']));
}

async function effects({ plugin, world, hue }: Life): Promise<Fingerprint> {
  const all = await fingerprint(world, hue.site.id);
  return Object.fromEntries(Object.entries(all).filter(([table]) => table.startsWith(`${schemaOf(plugin.id)}.`) || table === 'core.notices'));
}
