import type { LoggedEvent } from '../plugin/context.ts';
import type { Plugin } from '../plugin/plugin.ts';

/** The data of an event as its type declares it: what else may stand in the log is not for others. */
export function declaredData(plugin: Plugin, { type, data }: LoggedEvent): unknown {
  const parsed = plugin.events.publishes[type]?.data.safeParse(data);
  // Of a shape that this version of the module does not know: then who reads it learns that it happened, and no more.
  return parsed?.success ? parsed.data : {};
}
