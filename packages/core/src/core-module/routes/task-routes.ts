import { z } from 'zod';
import { deadTasks, reviveTask } from '../../jobs/outbox.ts';
import { notFound } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { route, time } from './core-route.ts';

const deadTask = z
  .object({ id: z.int(), plugin: z.string(), job: z.string(), attempts: z.int(), error: z.string().nullable(), createdAt: time })
  .meta({ id: 'DeadTask' });

export function taskRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/tasks/dead',
      access: 'task:manage',
      summary: { vi: 'Việc nền đã dừng sau lần thử cuối', en: 'Tasks that died after their last attempt' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(deadTask) }),
        },
      },
      handle: async (ctx) => ok({ items: await deadTasks(ctx.db) }),
    }),
    route({
      method: 'post',
      path: '/tasks/{id}/revive',
      access: 'task:manage',
      params: z.strictObject({ id: z.coerce.number().int().positive() }),
      summary: { vi: 'Chạy lại một việc đã dừng', en: 'Run a dead task again' },
      answers: { 204: { description: 'Sẽ chạy lại / will run again' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          if (!(await reviveTask(trx, params.id))) throw notFound({ vi: 'việc', en: 'Task' });
          ctx.publish(trx, 'task.revived', { subject: String(params.id), data: { task: params.id } });
          return null;
        });
        return { status: 204 };
      },
    }),
  ];
}
