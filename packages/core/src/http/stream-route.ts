import { Hono } from 'hono';
import { z } from 'zod';
import { eventFilter, unknownTypes } from '../events/event-filter.ts';
import type { Kernel } from '../kernel.ts';
import { invalid } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';
import { bucketOf } from './caller-address.ts';
import { signInRequired } from './guard.ts';
import { readInput } from './read-input.ts';
import { dataHeaders } from './standard-headers.ts';

const place = z.string().regex(/^\d{1,15}$/).transform(Number);
const query = z.strictObject({
  types: z.string().transform((text) => text.split(',')).pipe(eventFilter).default([]),
  since: place.optional(),
});

/** `/api/events/stream`: what happens in the province, as server-sent events, to whoever may see it. */
export function streamRoute(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/api/events/stream', async (c) => {
    c.set('operation', 'GET /api/events/stream');
    const { province, principal } = c.var;
    // A console whose session has ended must learn it, and not go on as if nothing happened any more.
    if (principal.rejected) throw signInRequired(principal);
    const { types, since } = (await readInput(c, { query })).query as z.output<typeof query>;
    const [unknown] = unknownTypes(types, [kernel.coreModule, ...kernel.plugins.all]);
    if (unknown !== undefined) throw invalid('query.types', { vi: `Không có loại sự kiện "${unknown}".`, en: `There is no event type "${unknown}".` });
    const headers = dataHeaders(c, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-store, no-transform', 'x-accel-buffering': 'no' });
    if (c.req.method === 'HEAD') return new Response(null, { headers });
    const outgoing = c.env?.outgoing;
    const stream = kernel.streams.open({
      province,
      principal,
      headers: c.req.raw.headers,
      filter: types,
      since: lastSeen(c.req.header('last-event-id')) ?? since,
      bucket: bucketOf(c.get('address')),
      cut: () => void outgoing?.destroy(),
    });
    return new Response(stream, { headers });
  });
}

/** What a browser sends that connects again; it knows better than the address that it was given at first. */
function lastSeen(header: string | undefined): number | undefined {
  if (header === undefined || header === '') return undefined;
  const seen = place.safeParse(header);
  if (!seen.success) throw invalid('header.last-event-id', { vi: 'Phải là số ghi trong `id` của sự kiện cuối.', en: 'Must be the number in the `id` of the last event.' });
  return seen.data;
}
