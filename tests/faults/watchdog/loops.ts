import { setTimeout as sleep } from 'node:timers/promises';
import { ok, routeOf } from '@tinhthong/core';
import { barePlugin } from '../../../packages/core/src/kit/bare-plugin.ts';
import { sql } from 'kysely';

interface Loops {
  tables: { done: { what: string } };
  settings: object;
  events: object;
  jobs: { spin: { endless: boolean }; die: { deadly: boolean } };
}

const title = { vi: 'Vòng lặp thử' };
const route = routeOf<Loops>();
const answers = { 200: { description: 'done' } };

/** What a bug in a module can do to a whole process. */
export const loops = barePlugin<Loops>({
  id: 'loops',
  title,
  migrations: { '0001-done': { up: async (db) => void (await sql`create table loops.done (what text not null)`.execute(db)) } },
  routes: [
    route({ method: 'get', path: '/fine', access: 'public', summary: title, answers, handle: async () => ok('fine') }),
    route({
      method: 'get',
      path: '/endless',
      access: 'public',
      summary: title,
      answers,
      async handle(ctx) {
        // After a pause, so that other handlers have begun since.
        await ctx.db.selectFrom('done').selectAll().execute();
        await sleep(50);
        for (;;);
      },
    }),
    route({
      method: 'post',
      path: '/spin',
      access: 'public',
      summary: title,
      answers,
      async handle(ctx) {
        await ctx.change(async (trx) => ctx.enqueue(trx, 'spin', { endless: true }));
        return ok('begun');
      },
    }),
    route({
      method: 'post',
      path: '/die',
      access: 'public',
      summary: title,
      answers,
      async handle(ctx) {
        await ctx.change(async (trx) => [false, false, true, false].forEach((deadly) => ctx.enqueue(trx, 'die', { deadly })));
        return ok('begun');
      },
    }),
  ],
  jobs: {
    spin: {
      title,
      timeoutSeconds: 5,
      async runAll() {
        for (;;);
      },
    },
    // As a batch would that runs out of memory: the process is gone, and nobody can say whose fault it was.
    die: {
      title,
      timeoutSeconds: 5,
      attempts: 2,
      async runAll(_ctx, trx, tasks) {
        if (tasks.some(({ payload }) => (payload as { deadly: boolean }).deadly)) process.kill(process.pid, 'SIGKILL');
        await trx.insertInto('done').values(tasks.map(({ id }) => ({ what: String(id) }))).execute();
      },
    },
  },
});
