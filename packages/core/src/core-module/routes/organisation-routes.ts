import { z } from 'zod';
import { administrators } from '../../identity/operator-visits.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { route, text, time } from './core-route.ts';

const commune = z
  .object({ code: z.string().meta({ example: '19789' }), name: z.string(), type: z.enum(['phuong', 'xa', 'dac_khu']), lat: z.number(), lon: z.number() })
  .meta({ id: 'Commune' });
const agency = z
  .object({ id: z.string().meta({ example: 'so-xay-dung' }), name: text, kind: z.string().meta({ example: 'department' }), commune: z.string().nullable() })
  .meta({ id: 'Agency' });
const notice = z.object({ id: z.int(), title: text, link: z.string(), at: time }).meta({ id: 'Notice' });

export function organisationRoutes(): Route[] {
  return [
    route({
      method: 'get',
      path: '/me',
      access: 'signed-in',
      summary: { vi: 'Tôi là ai, làm việc ở đâu', en: 'Who I am and where I work' },
      answers: {
        200: {
          description: 'Người gọi / the caller',
          schema: z.object({ kind: z.enum(['account', 'key']), agency: z.string().nullable(), communes: z.array(z.string()) }),
        },
      },
      handle: async ({ actor: { kind, agency, communes } }) => ok({ kind, agency, communes }),
    }),
    route({
      method: 'get',
      path: '/communes',
      access: 'public',
      etag: true,
      summary: { vi: 'Xã, phường, đặc khu của tỉnh', en: 'Communes of the province' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(commune) }),
        },
      },
      handle: async (ctx) =>
        ok({
          items: await ctx.db
            .selectFrom('core.communes')
            .select(['code', 'name', 'type', 'lat', 'lon'])
            .where('valid_to', 'is', null)
            .orderBy('code')
            .execute(),
        }),
    }),
    route({
      method: 'get',
      path: '/agencies',
      access: 'public',
      etag: true,
      summary: { vi: 'Đơn vị xử lý', en: 'Agencies' },
      answers: {
        200: {
          description: 'Danh sách / the list',
          schema: z.object({ items: z.array(agency) }),
        },
      },
      handle: async (ctx) => {
        const rows = await ctx.db
          .selectFrom('core.agencies')
          .select(['id', 'name_vi', 'name_en', 'kind', 'commune'])
          .where('valid_to', 'is', null)
          .orderBy('id')
          .execute();
        return ok({ items: rows.map(({ id, name_vi, name_en, kind, commune }) => ({ id, name: { vi: name_vi, en: name_en ?? name_vi }, kind, commune })) });
      },
    }),
    route({
      method: 'get',
      path: '/notices',
      access: 'notice:read',
      summary: { vi: 'Thông báo của đơn vị tôi', en: "My agency's notices" },
      answers: {
        200: { description: 'Mới nhất trước / newest first', schema: z.object({ items: z.array(notice) }) },
      },
      handle: async (ctx) => {
        ctx.allowed('notice:read');
        const items = await ctx.db
          .selectFrom('core.notices')
          .select(['id', 'title', 'link', 'at'])
          .where('agency', 'in', [ctx.actor.agency ?? '', ...(ctx.can('account:manage') ? [administrators] : [])])
          .orderBy('id', 'desc')
          .limit(50)
          .execute();
        return ok({ items });
      },
    }),
  ];
}
