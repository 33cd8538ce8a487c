import { created } from '@tinhthong/core';
import { z } from 'zod';
import { keepPicture } from '../media/keep-picture.ts';
import { route } from '../module.ts';

export const uploadPhoto = route({
  method: 'post',
  path: '/photos',
  access: 'public',
  embed: true,
  upload: true,
  perMinute: 30,
  summary: { vi: 'Tải một ảnh lên, trước khi gửi phản ánh', en: 'Upload a picture, before the report that it belongs to' },
  answers: {
    201: {
      description: 'Mã ảnh, dùng được trong 24 giờ / id of the picture, good for 24 h',
      schema: z.object({ id: z.uuid(), width: z.int(), height: z.int() }),
    },
  },
  async handle(ctx, { upload }) {
    const { id, width, height } = await keepPicture(ctx, upload);
    return created({ id, width, height });
  },
});
