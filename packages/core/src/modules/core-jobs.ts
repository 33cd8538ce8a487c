import type { Job } from '../plugin/plugin.ts';

/** The core's own background work, in every province. */
export function coreJobs(): Readonly<Record<string, Job>> {
  return {};
}
