import { z } from 'zod';
import type { Plugin } from '../plugin/plugin.ts';

/** Event types that somebody asks for, as `field-reports/report.submitted` or `field-reports/*`; none: all. */
export type EventFilter = readonly string[];

export const eventFilter = z
  .array(z.string().regex(/^[a-z][a-z0-9-]{1,40}\/([a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+|\*)$/))
  .max(50)
  .meta({ example: ['field-reports/report.submitted', 'field-reports/*'] });

export function passes(filter: EventFilter, { plugin, type }: { readonly plugin: string; readonly type: string }): boolean {
  return filter.length === 0 || filter.includes(`${plugin}/${type}`) || filter.includes(`${plugin}/*`);
}

/** Names in the filter that no installed module publishes: a slip of the pen would wait for ever. */
export function unknownTypes(filter: EventFilter, plugins: readonly Plugin[]): string[] {
  const known = new Set(plugins.flatMap(({ id, events }) => [`${id}/*`, ...Object.keys(events.publishes).map((type) => `${id}/${type}`)]));
  return filter.filter((name) => !known.has(name));
}
