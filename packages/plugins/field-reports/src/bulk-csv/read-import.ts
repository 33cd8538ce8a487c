import { ok } from '@tinhthong/core';
import { route } from '../module.ts';
import { byImport, readImportRow, shownImport } from './imports.ts';

export const readImport = route({
  method: 'get',
  path: '/imports/{id}',
  access: 'report:import',
  summary: { vi: 'Một lần nhập đã đến đâu', en: 'How far an import has come' },
  params: byImport,
  answers: { 200: { description: 'Lần nhập / the import', schema: shownImport } },
  async handle(ctx, { params }) {
    ctx.authorize('report:import', {});
    return ok(await readImportRow(ctx, params.id));
  },
});
