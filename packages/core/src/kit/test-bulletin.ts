import { z } from 'zod';
import { barePlugin } from './bare-plugin.ts';
import type { TestProvince } from './test-site.ts';

export interface Bulletin {
  tables: object;
  settings: object;
  events: { 'post.published': { title: string }; 'case.moved': { commune: string }; 'order.given': object };
  jobs: object;
}

const title = { vi: 'Bản tin' };

/** A module whose events are for everybody, for holders of a permission, and for one agency. */
export const bulletin = barePlugin<Bulletin>({
  id: 'bulletin',
  permissions: { 'case:read': { title, suggestedRoles: [] } },
  events: {
    publishes: {
      'post.published': { title, visibleTo: 'public', data: z.object({ title: z.string() }) },
      'case.moved': { title, visibleTo: 'case:read', data: z.object({ commune: z.string() }) },
      'order.given': { title, visibleTo: 'agency', data: z.object({}) },
    },
    consumes: {},
  },
});

type Happening = { [E in keyof Bulletin['events']]: readonly [type: E, subject: string, data: Bulletin['events'][E], agency?: string] }[keyof Bulletin['events']];

/** Publishes events in one change. */
export function happen(province: TestProvince, ...happenings: readonly Happening[]): Promise<unknown> {
  return province.inside<Bulletin, unknown>('bulletin', (ctx) =>
    ctx.change(async (trx) => {
      for (const [type, subject, data, agency] of happenings) ctx.publish(trx, type, { subject, data: data as never, agency: agency ?? null });
      return null;
    }),
  );
}

export const post = (subject: string): Happening => ['post.published', subject, { title: `Tin ${subject}` }];
