import { definePlugin, type Context, type Task } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';

interface Ledger {
  tables: { entries: { job: string; event: number } };
  settings: object;
  events: object;
  jobs: { 'count-together': object; 'count-alone': object; hang: object };
}

const entry = (job: string, { event }: Task) => ({ job, event: event!.id });

/**
 * Writes a line for every time a task took effect. Field reports' own tasks are harmless when repeated (a notice has a
 * unique key), so they could not show a task that took effect twice.
 */
export const ledger = definePlugin<Ledger>()({
  id: 'ledger',
  version: '1.0.0',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Sổ thử nghiệm', en: 'Ledger of the tests' },
  summary: { vi: 'Ghi một dòng mỗi lần một việc có hiệu lực.' },
  migrations: {
    '0001-entries': {
      up: async (db) => void (await sql`create table ledger.entries (job text not null, event bigint not null)`.execute(db)),
    },
  },
  permissions: {},
  settings: z.strictObject({}),
  events: { publishes: {}, consumes: { 'field-reports/report.submitted': ['count-together', 'count-alone'] } },
  jobs: {
    'count-together': {
      title: { vi: 'Ghi cả lượt' },
      timeoutSeconds: 30,
      runAll: async (_ctx, trx, tasks) =>
        void (await trx.insertInto('entries').values(tasks.map((task) => entry('count-together', task))).execute()),
    },
    'count-alone': {
      title: { vi: 'Ghi từng việc' },
      timeoutSeconds: 30,
      run: (ctx: Context<Ledger>, task) =>
        ctx.change(async (trx) => void (await trx.insertInto('entries').values(entry('count-alone', task)).execute())),
    },
    hang: { title: { vi: 'Không bao giờ xong' }, timeoutSeconds: 3_600, run: () => new Promise(() => {}) },
  },
  metrics: {},
  subjects: {},
  personalData: { none: 'Chỉ có số thứ tự của sự kiện / numbers of events only' },
  outbound: [],
  routes: [],
});
