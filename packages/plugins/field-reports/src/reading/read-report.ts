import { okJson } from '@tinhthong/core';
import { route } from '../module.ts';
import { publicReport } from './public-report.ts';
import { byCode, shown } from '../shapes.ts';

export const readReport = route({
  method: 'get',
  path: '/reports/{code}',
  access: 'public',
  etag: true,
  summary: { vi: 'Một phản ánh công khai với diễn biến', en: 'A public report with its timeline' },
  params: byCode,
  answers: { 200: { description: 'Phản ánh / the report', schema: shown } },
  handle: async (ctx, { params }) => okJson(await publicReport(ctx, params)),
});
