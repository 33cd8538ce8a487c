import { ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { listedItem, listItem } from './item-shape.ts';
import { waitingItem } from './waiting-item.ts';

export const byId = z.strictObject({ id: z.uuid() });

export const readWaiting = route({
  method: 'get',
  path: '/intake/waiting/{id}',
  access: 'report:enter',
  summary: { vi: 'Một mục chờ tiếp nhận, để bổ sung thành phản ánh', en: 'One that waits, to be completed to a report' },
  params: byId,
  answers: {
    200: {
      description: 'Mục chờ; liên hệ chỉ có trong bản nháp của chính mình / the item; contact details only in a draft of one’s own',
      schema: listedItem.extend({
        lat: z.number().nullable(),
        lon: z.number().nullable(),
        address: z.string().nullable(),
        contact: z.object({ name: z.string().nullable(), phone: z.string().nullable(), email: z.string().nullable() }).nullable(),
        pictures: z.array(z.string()),
      }),
    },
  },
  async handle(ctx, { params }) {
    const item = await waitingItem(ctx, ctx.db, params.id);
    const own = item.kind === 'draft' && item.author !== null && item.author === ctx.actor.id;
    return ok({
      ...listItem(item),
      lat: item.lat,
      lon: item.lon,
      address: item.address,
      contact: own ? { name: item.sender_name, phone: item.sender_phone, email: item.sender_email } : null,
      pictures: item.photos.map((id) => ctx.files.link(id)),
    });
  },
});
