import { notFound, ok } from '@tinhthong/core';
import { z } from 'zod';
import { route } from '../module.ts';
import { byImport } from './imports.ts';

export const runImport = route({
  method: 'post',
  path: '/imports/{id}/run',
  access: 'report:import',
  summary: { vi: 'Nhập các dòng tốt của tệp đã kiểm tra; làm lại không nhập hai lần', en: 'Bring in the good lines of a checked file; doing it again brings in nothing twice' },
  params: byImport,
  answers: { 200: { description: 'Đang nhập / under way', schema: z.object({ id: z.uuid(), state: z.enum(['running', 'done']) }) } },
  async handle(ctx, { params }) {
    ctx.authorize('report:import', {});
    return ok(
      await ctx.change(async (trx) => {
        const found = await trx.selectFrom('imports').select('state').where('id', '=', params.id).forUpdate().executeTakeFirst();
        if (found === undefined) throw notFound({ vi: 'lần nhập này', en: 'Import' });
        if (found.state !== 'checked') return { id: params.id, state: found.state };
        await trx.updateTable('imports').set({ state: 'running' }).where('id', '=', params.id).execute();
        ctx.enqueue(trx, 'import-lines', { import: params.id });
        return { id: params.id, state: 'running' as const };
      }),
    );
  },
});
