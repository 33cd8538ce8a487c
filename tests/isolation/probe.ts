import type { Context, Plugin, Task } from '@tinhthong/core';
import { barePlugin } from '@tinhthong/core/testing';

export interface ProbeTypes {
  tables: object;
  settings: object;
  events: object;
  jobs: { stumble: { of: string } };
}

type ProbeContext = Context<ProbeTypes>;

export interface Run {
  readonly job: string;
  /** The province of the context that the job was given. */
  readonly province: string;
  /** What it was about: the subject of its event, or its payload. */
  readonly about: string | undefined;
  readonly task: number;
  readonly attempt: number;
}

/** A module whose jobs write down where they ran and what for. */
export function probe(): { plugin: Plugin; runs: Run[] } {
  const runs: Run[] = [];
  const note = (job: string, ctx: ProbeContext, { id, attempt, event, payload }: Task) =>
    void runs.push({ job, province: ctx.tenant.id, about: event?.subject ?? (payload as { of?: string }).of, task: id, attempt });
  const plugin = barePlugin<ProbeTypes>({
    id: 'probe',
    events: { publishes: {}, consumes: { 'field-reports/report.submitted': ['see', 'see-together'] } },
    jobs: {
      see: { title: { vi: 'Thấy từng việc' }, timeoutSeconds: 10, run: async (ctx, task) => note('see', ctx, task) },
      'see-together': {
        title: { vi: 'Thấy nhiều việc' },
        timeoutSeconds: 10,
        async runAll(ctx, _trx, tasks) {
          for (const task of tasks) note('see-together', ctx, task);
        },
      },
      stumble: {
        title: { vi: 'Vấp lần đầu' },
        timeoutSeconds: 10,
        async run(ctx, task) {
          note('stumble', ctx, task);
          if (task.attempt === 1) throw new Error('the first time always fails');
        },
      },
      tick: { title: { vi: 'Theo lịch' }, timeoutSeconds: 10, cron: '*/10 * * * *', run: async (ctx, task) => note('tick', ctx, task) },
    },
  });
  return { plugin, runs };
}
