import type { MountEnvironment } from '@tinhthong/core';
import type { Context } from 'hono';
import type { z } from 'zod';
import type { FieldReports } from '../module.ts';
import type { MoveName } from '../report-states.ts';
import type { listed, shown, shownEvent, staffEvent } from '../routes/shapes.ts';

/** A request to one of the module's pages. */
export type PageRequest = Context<MountEnvironment<FieldReports>>;

/** What the module's routes answer, as its pages read it. */
export type Listed = z.output<typeof listed>;
export type Shown = z.output<typeof shown>;
export type ShownEvent = z.output<typeof shownEvent> | z.output<typeof staffEvent>;
export interface ListedPage<Item = Listed> {
  readonly items: readonly Item[];
  readonly next: string | null;
}
export interface StaffReport extends Omit<Listed, 'photos'> {
  readonly answer: string | null;
  readonly next: readonly MoveName[];
  readonly similar: readonly { readonly code: string; readonly metres: number }[];
  readonly timeline: readonly ShownEvent[];
  readonly pictures: readonly string[];
}
