import { AsyncLocalStorage } from 'node:async_hooks';
import { type UnderWay, whoRuns } from './who-runs.ts';

/** What runs, who made it run, and by what ids logs name it: the latter two stay in this process. */
export interface Run extends UnderWay {
  readonly caller?: string | undefined;
  readonly about?: Readonly<Record<string, string | number | undefined>> | undefined;
}

/**
 * Follows a handler through everything it awaits, so that at any moment the code that holds the event loop can be
 * named: a note left at the door would name whichever handler came in last.
 */
export const underWay = new AsyncLocalStorage<Run>();

function tell(): string {
  const run = underWay.getStore();
  const told: UnderWay | null = run === undefined ? null : { plugin: run.plugin, province: run.province, operation: run.operation };
  return JSON.stringify(told);
}

Object.defineProperty(globalThis, whoRuns, { value: tell, configurable: true });
