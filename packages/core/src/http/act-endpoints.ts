import { z } from 'zod';
import type { NationalAccounts } from '../identity/national-accounts.ts';
import { time } from '../core-module/routes/core-route.ts';
import { ok } from '../plugin/route.ts';
import { type Endpoint, endpointOf } from './auth/endpoint.ts';

const word = z.string().min(1).max(100);
const act = z
  .object({
    position: z.int().meta({ description: 'Vị trí trong chuỗi / place in the chain' }),
    at: time,
    type: z.string().meta({ example: 'credentials.replaced' }),
    actor: z.string(),
    province: z.string().nullable(),
    data: z.unknown().meta({ description: 'Mã và trạng thái / ids and states' }),
    link: z.string().meta({ description: 'SHA-256 của chuỗi đến dòng này / of the chain up to this row' }),
  })
  .meta({ id: 'Act' });

/** What operators of the platform did, newest first, for the operators themselves. */
export const actEndpoint: Endpoint<NationalAccounts> = endpointOf<NationalAccounts>()({
  method: 'get',
  path: '/acts',
  come: 'member',
  summary: { vi: 'Việc của người vận hành', en: 'What operators did' },
  query: z.strictObject({
    province: word.optional(),
    type: word.optional(),
    actor: word.optional(),
    before: z.coerce.number().int().positive().optional().meta({ description: 'Trang sau: `next` của trang trước / `next` of the page before' }),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  answers: { 200: { description: 'Một trang / a page', schema: z.object({ items: z.array(act), next: z.int().nullable() }) } },
  handle: async ({ site }, { query: { province, type, actor, before, limit } }) => {
    const rows = await site.registry
      .selectFrom('registry.acts')
      .select(['position', 'at', 'type', 'actor', 'province', 'data', 'link'])
      .$if(province !== undefined, (all) => all.where('province', '=', province!))
      .$if(type !== undefined, (all) => all.where('type', '=', type!))
      .$if(actor !== undefined, (all) => all.where('actor', '=', actor!))
      .$if(before !== undefined, (all) => all.where('position', '<', before!))
      .orderBy('position', 'desc')
      .limit(limit + 1)
      .execute();
    const items = rows.slice(0, limit).map(({ link, ...row }) => ({ ...row, link: link.toString('hex') }));
    return ok({ items, next: rows.length > limit ? items.at(-1)!.position : null });
  },
});
