import { okJson } from '@tinhthong/core';
import { z } from 'zod';
import { listPublicReports } from './list-public-reports.ts';
import { route } from '../module.ts';
import { cursor, filters, limit, listed } from '../shapes.ts';

export const listReports = route({
  method: 'get',
  path: '/reports',
  access: 'public',
  etag: true,
  summary: { vi: 'Danh sách phản ánh công khai, mới nhất trước', en: 'Public reports, newest first' },
  query: z.strictObject({ ...filters, limit, cursor }),
  answers: {
    200: { description: 'Một trang; next là con trỏ trang sau / a page and the cursor of the next', schema: z.object({ items: z.array(listed), next: z.string().nullable() }) },
  },
  handle: async (ctx, { query }) => okJson(await listPublicReports(ctx, query)),
});
