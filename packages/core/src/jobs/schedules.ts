import { CronExpressionParser } from 'cron-parser';
import { type Kysely, sql } from 'kysely';
import type { Kernel } from '../kernel.ts';
import type { ProvinceTables } from '../tenancy/province-tables.ts';
import type { Province } from '../tenancy/registry.ts';

const timezone = 'Asia/Ho_Chi_Minh';

/**
 * Turns due schedules into tasks. One row per (schedule, period) decides who does it, on however many nodes:
 * it is written together with the task, so a period is neither skipped by a crash nor done twice.
 */
export function createSchedules(kernel: Kernel) {
  // What this node has seen done, so that it asks the province once a period and not at every look.
  const done = new Map<string, number>();
  // Reading a cron text costs more than all else in a look, and every province has the same ones.
  const periods = new Map<string, Period>();

  function periodAt(cron: string, now: Date): Date {
    let period = periods.get(cron);
    if (period === undefined || now < period.began || now >= period.ends) {
      periods.set(cron, (period = { began: lastPeriod(cron, now), ends: nextPeriod(cron, now) }));
    }
    return period.began;
  }

  async function enqueue(province: Province, plugin: string, job: string, period: Date): Promise<boolean> {
    return kernel.pools.use(province, async ({ db }) => {
      const { rows } = await sql`
        with mine as (
          insert into core.schedule_runs (plugin, job, period) values (${plugin}, ${job}, ${period})
          on conflict do nothing returning plugin, job
        )
        insert into core.tasks (plugin, job) select plugin, job from mine returning id
      `.execute(db);
      return rows.length > 0;
    });
  }

  return {
    /** Looks at the clock once, for one province; called every few seconds. */
    async look(province: Province, now: Date): Promise<void> {
      for (const plugin of kernel.modulesOn(province)) {
        for (const [job, { cron }] of Object.entries(plugin.jobs)) {
          if (cron === undefined) continue;
          const period = periodAt(cron, now);
          const key = `${province.id}|${plugin.id}|${job}`;
          if (done.get(key) === period.getTime()) continue;
          if (await enqueue(province, plugin.id, job, period)) kernel.committed(province);
          done.set(key, period.getTime());
        }
      }
    },
  };
}

interface Period {
  readonly began: Date;
  readonly ends: Date;
}

/** The latest instant at or before `now` that the schedule names, in Vietnam's time. */
export function lastPeriod(cron: string, now: Date): Date {
  // `prev` is exclusive; the schedule has minutes, so the end of this second includes it.
  return parsed(cron, wholeSecond(now) + 1_000).prev().toDate();
}

function nextPeriod(cron: string, now: Date): Date {
  return parsed(cron, wholeSecond(now)).next().toDate();
}

const wholeSecond = (at: Date) => Math.floor(at.getTime() / 1_000) * 1_000;
const parsed = (cron: string, from: number) => CronExpressionParser.parse(cron, { tz: timezone, currentDate: new Date(from) });

/** Removes what says that old periods were done. The newest of each schedule stays: a yearly one would run again. */
export async function forgetOldRuns(db: Kysely<ProvinceTables>): Promise<void> {
  await sql`
    delete from core.schedule_runs as old using core.schedule_runs as newer
    where newer.plugin = old.plugin and newer.job = old.job and newer.period > old.period and old.period < now() - interval '7 days'
  `.execute(db);
}
