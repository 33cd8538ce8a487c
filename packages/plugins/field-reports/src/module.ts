import { type Context, routeOf, type Trx } from '@tinhthong/core';
import type { ReportEvents } from './events.ts';
import type { Settings } from './settings.ts';
import type { Tables } from './tables.ts';

/** The types of this module: its rows, settings, events and job payloads. */
export interface FieldReports {
  tables: Tables;
  settings: Settings;
  events: ReportEvents;
  jobs: { 'take-in': { item: string }; 'warn-late': object; 'end-pauses': object; 'prepare-video': { readonly video: string }; 'import-lines': { readonly import: string } };
}

export type ReportContext = Context<FieldReports>;
export type ReportTrx = Trx<FieldReports>;
export const route = routeOf<FieldReports>();
