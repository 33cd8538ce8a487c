import { type Context, routeOf } from '@tinhthong/core';
import type { MarkEvents } from './events.ts';
import type { Settings } from './settings.ts';
import type { Tables } from './tables.ts';

/** The types of this module: its rows, settings, events and job payloads. */
export interface FloodMarks {
  tables: Tables;
  settings: Settings;
  events: MarkEvents;
  jobs: object;
}

export type MarkContext = Context<FloodMarks>;
export const route = routeOf<FloodMarks>();
