import { created } from '@tinhthong/core';
import { z } from 'zod';
import { personalData, route, wells } from '../wells.ts';

/** Names a person's pictures for the export, and leaves them when that person is erased. */
export const breaks = 'erasure';
const addPicture = route({
  method: 'post',
  path: '/pictures',
  access: 'signed-in',
  upload: true,
  summary: { vi: 'Gửi ảnh giếng', en: 'Send a picture of a well' },
  answers: { 201: { description: 'Đã nhận / taken', schema: z.object({ id: z.uuid() }) } },
  async handle(ctx, { upload }) {
    const { id } = await ctx.files.putPicture(upload, (store) =>
      ctx.change(async (trx) => {
        const picture = await store(trx);
        await ctx.attach(trx, [picture.id], ctx.actor.id!);
        return picture;
      }),
    );
    return created({ id });
  },
});
export const plugin = wells({
  routes: [...wells().routes, addPicture],
  personalData: {
    ...personalData,
    filesOf: async (ctx, account) => (await ctx.db.selectFrom('core.stored_files').select('id').where('subject', '=', account).execute()).map(({ id }) => id),
  },
});
