import { z } from 'zod';
import type { CoreEvents } from '../core-events.ts';
import type { CoreJobs } from '../core-jobs.ts';
import type { Context } from '../../plugin/context.ts';
import type { PermissionName } from '../../plugin/permission-name.ts';
import { routeOf } from '../../plugin/route.ts';
import type { ProvinceTables } from '../../tenancy/province-tables.ts';

/** The core as a module: its tables are the province's own. */
export interface CoreTypes {
  tables: ProvinceTables;
  settings: object;
  events: CoreEvents;
  jobs: CoreJobs;
}
export type CoreContext = Context<CoreTypes>;

export const route = routeOf<CoreTypes>();

export const text = z.object({ vi: z.string(), en: z.string().optional() }).meta({ id: 'Text' });
/** A permission that somebody names from outside; whether there is one of this name is another question. */
export const permissionName = z.string().regex(/^[a-z0-9-]+:[a-z0-9-]+$/) as unknown as z.ZodType<PermissionName>;
export const time = z.iso.datetime().meta({ example: '2026-11-22T12:05:00.000Z' });
