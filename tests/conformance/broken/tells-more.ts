import { ok } from '@tinhthong/core';
import { listWells, route, wells } from '../wells.ts';

/** A field beside the document, which nobody reviewed. */
export const breaks = 'answers';
const handle = listWells.handle as Parameters<typeof route>[0]['handle'];
const more = route({ ...listWells, handle: async (ctx, input) => ok({ ...((await handle(ctx, input)).body as object), server: ctx.tenant.hosts }) });
export const plugin = wells({ routes: [more, ...wells().routes.slice(1)] });
