import { invalid, ok, Problem } from '@tinhthong/core';
import { sql } from 'kysely';
import { z } from 'zod';
import { configurationOf } from '../configuration.ts';
import { route } from '../module.ts';
import { type GivenLimit, ladderShape, limitOfRow, limitShape, rowOfLimit } from './limit-shape.ts';
import { givenOf, limitsAndLadder, shownLimits } from './read-limits.ts';

/**
 * Replaces the list as a whole. A row that stays the same keeps its id; one that is changed is a new row, and the old
 * one stays for the reports that go by it: a new regulation never touches a case that is under way.
 */
export const changeLimits = route({
  method: 'put',
  path: '/limits',
  access: 'clocks:manage',
  summary: { vi: 'Đổi quy định thời hạn; phản ánh đang xử lý giữ hạn cũ', en: 'Change the limits; reports under way keep theirs' },
  body: z.strictObject({ version: z.string().max(60), limits: z.array(limitShape).max(500), ladder: ladderShape }),
  answers: { 200: { description: 'Quy định mới / the new state', schema: limitsAndLadder } },
  async handle(ctx, { body }) {
    const { categories } = await configurationOf(ctx);
    const shown = await ctx.change(async (trx) => {
      // Two editors at once: the second waits here, then finds that the version is another.
      await sql`lock table field_reports.ladder_rungs in share row exclusive mode`.execute(trx);
      const agencies = new Set((await trx.selectFrom('core.agencies').select('id').execute()).map(({ id }) => id));
      check(body, categories, agencies);
      const stored = (await trx.selectFrom('limits').selectAll().where('retired_at', 'is', null).orderBy('position').execute()).map(limitOfRow);
      const rungs = await trx.selectFrom('ladder_rungs').select(['told as to', 'after_hours as afterHours']).orderBy('position').execute();
      if (shownLimits({ limits: stored, ladder: rungs }).version !== body.version) {
        throw new Problem(409, 'changed-meanwhile', {
          vi: 'Quy định đã được người khác đổi trong lúc bạn sửa; hãy đọc lại rồi sửa tiếp.',
          en: 'Somebody else has changed the limits meanwhile; read them again, then change them.',
        });
      }
      const left = new Map(stored.map((limit) => [limit.id, textOf(givenOf(limit))]));
      let added = 0;
      for (const [position, given] of body.limits.entries()) {
        const [same] = [...left].find(([, text]) => text === textOf(given)) ?? [];
        if (same === undefined) {
          added += 1;
          await trx.insertInto('limits').values(rowOfLimit(given, position)).execute();
        } else {
          left.delete(same);
          await trx.updateTable('limits').set({ position }).where('id', '=', same).execute();
        }
      }
      if (left.size > 0) await trx.updateTable('limits').set({ retired_at: ctx.now() }).where('id', 'in', [...left.keys()]).execute();
      await trx.deleteFrom('ladder_rungs').execute();
      if (body.ladder.length > 0) {
        await trx.insertInto('ladder_rungs').values(body.ladder.map(({ told, afterHours }, position) => ({ position, told, after_hours: afterHours }))).execute();
      }
      ctx.publish(trx, 'clocks.changed', { subject: 'limits', data: { added, retired: left.size, rungs: body.ladder.length } });
      const now = await trx.selectFrom('limits').selectAll().where('retired_at', 'is', null).orderBy('position').execute();
      return shownLimits({ limits: now.map(limitOfRow), ladder: body.ladder.map(({ told, afterHours }) => ({ to: told, afterHours })) });
    });
    ctx.reconfigured();
    return ok(shown);
  },
});

interface Given {
  readonly limits: readonly GivenLimit[];
  readonly ladder: z.output<typeof ladderShape>;
}

function check({ limits, ladder }: Given, categories: ReadonlyMap<string, unknown>, agencies: ReadonlySet<string>): void {
  for (const [i, { category }] of limits.entries()) {
    if (category !== undefined && !categories.has(category)) throw invalid(`body.limits.${i}.category`, { vi: 'lĩnh vực không có ở tỉnh này', en: 'no such category in this province' });
  }
  for (const [i, { told }] of ladder.entries()) {
    if (!['$agency', '$parent', '$chairman'].includes(told) && !agencies.has(told)) {
      throw invalid(`body.ladder.${i}.told`, { vi: 'đơn vị không có ở tỉnh này', en: 'no such agency in this province' });
    }
  }
  const seen = new Set<string>();
  for (const [i, { category, channel, priority, validFrom }] of limits.entries()) {
    const key = JSON.stringify([category, channel, priority, validFrom]);
    if (seen.has(key)) throw invalid(`body.limits.${i}`, { vi: 'trùng với một hàng ở trên', en: 'says the same as a row above' });
    seen.add(key);
  }
}

const textOf = (given: GivenLimit) => JSON.stringify(Object.entries(given).filter(([, value]) => value !== undefined).toSorted());
