import { sql } from 'kysely';
import { z } from 'zod';
import type { Context, Task, Trx } from '../plugin/context.ts';
import { definePlugin, type Plugin } from '../plugin/plugin.ts';

/** A module whose jobs do what the test at hand wants. */
export interface Workshop {
  tables: { done: { what: string } };
  settings: object;
  events: { 'thing.made': object };
  jobs: { alone: { what: string }; together: { what: string } };
}

export interface WorkshopActs {
  alone(ctx: Context<Workshop>, task: Task, signal: AbortSignal): Promise<void>;
  together(ctx: Context<Workshop>, trx: Trx<Workshop>, tasks: readonly Task[]): Promise<void>;
}

/** Each line of `done` stands for one time that a task took effect. Both jobs have 1 s and three attempts. */
export function workshop(cron?: string): { readonly plugin: Plugin; readonly act: WorkshopActs } {
  const act: WorkshopActs = { alone: async () => {}, together: async () => {} };
  const title = { vi: 'Xưởng thử' };
  const plugin = definePlugin<Workshop>()({
    id: 'workshop',
    version: '1.0.0',
    core: '^1.0.0',
    needs: {},
    title,
    summary: title,
    migrations: { '0001-done': { up: async (db) => void (await sql`create table workshop.done (what text not null)`.execute(db)) } },
    permissions: {},
    settings: z.strictObject({}),
    events: { publishes: { 'thing.made': { title, visibleTo: 'public', data: z.object({}) } }, consumes: {} },
    jobs: {
      alone: { title, timeoutSeconds: 1, attempts: 3, run: (ctx, task, signal) => act.alone(ctx, task, signal), ...(cron !== undefined && { cron }) },
      together: { title, timeoutSeconds: 1, attempts: 3, runAll: (ctx, trx, tasks) => act.together(ctx, trx, tasks) },
    },
    messages: { 'thing-noted': { title, channels: ['email'], template: { subject: { vi: '{what}' }, body: { vi: 'Đã ghi {what}.' } } } },
    addressOf: async () => ({ email: 'xuong@example.vn' }),
    metrics: {},
    subjects: {},
    personalData: { none: 'test' },
    outbound: [],
    routes: [],
  });
  return { plugin, act };
}

export const whatOf = ({ payload }: Task): string => (payload as { what: string }).what;

export const noteOne = (ctx: Context<Workshop>, what: string): Promise<void> =>
  ctx.change(async (trx) => void (await trx.insertInto('done').values({ what }).execute()));

export const noteAll = async (trx: Trx<Workshop>, tasks: readonly Task[]): Promise<void> =>
  void (await trx.insertInto('done').values(tasks.map((task) => ({ what: whatOf(task) }))).execute());
