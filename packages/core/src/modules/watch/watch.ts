import { Overrun } from '../../jobs/cut-off.ts';
import type { Kernel } from '../../kernel.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { Problem } from '../../plugin/problem.ts';
import { inSpan } from '../../monitoring/tracing.ts';
import type { Province } from '../../tenancy/registry.ts';
import { faultCounter, type FaultCounter, overrunWeight, type WatchLimits } from './fault-counter.ts';
import { isFault } from './is-fault.ts';
import { type Cause, suspendModule } from './suspend-module.ts';
import { type Run, underWay } from './under-way.ts';

/** One run of a module's code. */
export interface Handler {
  readonly province: Province;
  readonly plugin: Plugin;
  /** The route, page, job …, without ids. */
  readonly operation: string;
  /** Whoever could make it run again and again: an account or address, or the task. */
  readonly caller?: string | undefined;
  /** Names this run in logs and traces: the request, or the task and its event. Ids alone. */
  readonly about?: Readonly<Record<string, string | number | undefined>>;
  /** How much one fault of it counts. Default 1; one that overran counts as four. */
  readonly weight?: number;
  /** Whether its request is still coming in. How long that takes is its sender's doing: a photo over 3G takes minutes. */
  readonly arriving?: () => boolean;
}

/** Of a run with a time limit: once it is over, whatever still goes on must not store anything. */
export interface Turn {
  over: boolean;
}

export interface Watch {
  /** Runs a module's code so that it can be named, and counts nothing. */
  named<T>(handler: Handler, work: () => T): T;
  /** Runs a module's code so that it can be named, and counts what it does wrong. */
  run<T>(handler: Handler, work: () => Promise<T>): Promise<T>;
  /** The same, cut off when its time is over. Default: the deployment's limit for requests. */
  runAtMost<T>(handler: Handler, work: (turn: Turn) => Promise<T>, seconds?: number): Promise<T>;
  /** Background work of a module has added so many events, tasks or log lines; negative: has done so many tasks. */
  wrote(province: Province, plugin: Plugin, lines: number): void;
  /** A person has switched the module on: it begins with a clean record. */
  forget(province: Province, plugin: Plugin): void;
  /** An error that nobody caught. Answers whether a module's code is known to have left it. */
  stray(error: unknown): boolean;
}

const askDatabaseMs = 3_000;

/** Counts over all runs of modules in this process; a module that goes too far in a province is suspended there. */
export function createWatch(kernel: () => Kernel, limits: WatchLimits): Watch {
  const counters = new Map<string, FaultCounter>();
  const judging = new Set<string>();

  function counterOf(province: string, plugin: string): FaultCounter {
    const key = `${province}|${plugin}`;
    let counter = counters.get(key);
    if (counter === undefined) counters.set(key, (counter = faultCounter(limits)));
    return counter;
  }

  /** Not before the province's database was asked: while that is in trouble, so is every module. */
  async function judge(provinceId: string, plugin: string, cause: Cause, operation: string): Promise<void> {
    const key = `${provinceId}|${plugin}`;
    if (judging.has(key)) return;
    judging.add(key);
    try {
      const { registry, log } = kernel();
      const province = registry.byId(provinceId);
      if (province === undefined) return;
      if (await answers(kernel(), province)) await suspendModule(kernel(), province, plugin, { cause, operation });
      else log.warn({ province: provinceId, module: plugin, cause }, 'the database does not answer well; the module is not blamed');
    } catch (error) {
      kernel().log.error({ province: provinceId, module: plugin, err: error }, 'a module could not be suspended');
    } finally {
      counters.delete(key);
      judging.delete(key);
    }
  }

  function failed({ province, plugin, operation, caller }: Run, error: unknown, weight = 1): void {
    if (province === null || !isFault(error)) return;
    const counts = error instanceof Overrun ? overrunWeight : weight;
    if (counterOf(province, plugin).failed(performance.now(), counts, caller)) void judge(province, plugin, 'failing', operation);
  }

  function run<T>(handler: Handler, work: () => Promise<T>): Promise<T> {
    const { province, plugin, operation, about } = handler;
    return inSpan(operation, { province: province.id, module: plugin.id, about }, () => counted(handler, work));
  }

  async function counted<T>(handler: Handler, work: () => Promise<T>): Promise<T> {
    const { province, plugin, weight } = handler;
    if (plugin.id === kernel().coreModule.id) return work();
    counterOf(province.id, plugin.id).ran(performance.now());
    const place = placeOf(handler);
    try {
      return await underWay.run(place, work);
    } catch (error) {
      failed(place, error, weight);
      throw error;
    }
  }

  return {
    named: (handler, work) => (handler.plugin.id === kernel().coreModule.id ? work() : underWay.run(placeOf(handler), work)),
    run,
    async runAtMost(handler, work, seconds = limits.handlerSeconds) {
      try {
        return await run(handler, () => cutOff(seconds, work, handler.arriving));
      } catch (error) {
        throw error instanceof Overrun ? overran(handler, error) : error;
      }
    },
    wrote({ id }, plugin, lines) {
      const operation = underWay.getStore()?.operation;
      // Sample data and commands are run by hand, and may bring in as much as they like.
      if (operation === undefined || plugin.id === kernel().coreModule.id) return;
      if (counterOf(id, plugin.id).wrote(performance.now(), lines)) void judge(id, plugin.id, 'flooding', operation);
    },
    forget: (province, plugin) => void counters.delete(`${province.id}|${plugin.id}`),
    stray(error) {
      const place = underWay.getStore();
      if (place === undefined || place.province === null) return false;
      kernel().log.error({ province: place.province, module: place.plugin, operation: place.operation, ...place.about, err: error }, 'an error that nobody caught');
      failed(place, error);
      return true;
    },
  };
}

function placeOf({ province, plugin, operation, caller, about }: Handler): Run {
  return { plugin: plugin.id, province: province.id, operation, caller, about };
}

async function cutOff<T>(seconds: number, work: (turn: Turn) => Promise<T>, arriving = () => false): Promise<T> {
  const turn: Turn = { over: false };
  const { promise, reject } = Promise.withResolvers<never>();
  let timer = setTimeout(end, seconds * 1_000);
  function end(): void {
    if (arriving()) return void (timer = setTimeout(end, seconds * 1_000));
    turn.over = true;
    reject(new Overrun(seconds));
  }
  try {
    return await Promise.race([work(turn), promise]);
  } finally {
    clearTimeout(timer);
  }
}

async function answers({ pools }: Kernel, province: Province): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, askDatabaseMs, false);
  const asked = pools.use(province, ({ pool }) => pool.query('select 1')).then(() => true, () => false);
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}

function overran({ plugin }: Handler, cause: Error): Problem {
  return new Problem(
    503,
    'module-overran',
    { vi: `Phân hệ "${plugin.title.vi}" xử lý quá lâu nên đã bị cắt.`, en: `The module "${plugin.title.en ?? plugin.title.vi}" took too long and was cut off.` },
    { detail: { vi: 'Xin thử lại sau ít phút.', en: 'Please try again in a few minutes.' }, headers: { 'retry-after': '60' }, cause },
  );
}
