import { invalid, ok } from '@tinhthong/core';
import type { Selectable } from 'kysely';
import { z } from 'zod';
import { dayOf } from '../figures/period.ts';
import { route } from '../module.ts';
import { time } from '../shapes.ts';
import type { ModelRow } from './suggestion-tables.ts';
import { fateCounts, measuredInUse, shownAccuracy } from './read-suggestion-figures.ts';
import { accuracy, kind } from './suggestion-shapes.ts';

const dayMs = 86_400_000;
const count = z.int().min(0);

const trainedModel = z
  .object({
    trainedAt: time,
    seconds: z.number(),
    state: z.enum(['in-use', 'former', 'refused', 'too-few']),
    reports: count.meta({ description: 'Số phản ánh đã đóng để học / closed reports it learned from' }),
    measuredOn: count.meta({ description: 'Phản ánh mới nhất dùng để đo, mô hình được đo chưa thấy / the newest ones, which the measured model had not seen' }),
    sample: z.boolean().meta({ description: 'Học từ dữ liệu mẫu: con số không nói gì về phản ánh thật / learned from sample data: the figures say nothing of real reports' }),
    measured: z.object({ category: accuracy.nullable(), agency: accuracy.nullable(), urgency: accuracy.nullable() }),
    tooFew: z.record(z.string(), count).meta({ description: 'Lĩnh vực chưa đủ phản ánh đã đóng / categories with too few closed reports' }),
  })
  .meta({ id: 'TrainedModel' });

const figures = z.object({
  from: z.iso.date(),
  to: z.iso.date(),
  inUse: trainedModel.nullable(),
  lastNight: trainedModel.nullable(),
  fates: z.array(z.object({ kind, made: count, shown: count, confirmed: count, changed: count, ignored: count })),
  used: z.object({ category: accuracy, agency: accuracy }),
});
export type SuggestionFigures = z.output<typeof figures>;

export const suggestionFigures = route({
  method: 'get',
  path: '/suggestions/figures',
  access: 'suggestion:read',
  summary: { vi: 'Gợi ý đúng đến đâu: khi đo ban đêm, và khi dùng', en: 'How good suggestions are: as measured at night, and in use' },
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  answers: { 200: { description: 'Số liệu / figures', schema: figures } },
  async handle(ctx, { query }) {
    const to = query.to ?? dayOf(ctx.now());
    const from = query.from ?? dayOf(new Date(Date.parse(to) - 89 * dayMs));
    if (from > to) throw invalid('query.from', { vi: 'phải trước "to"', en: 'must be before "to"' });
    const [begin, end] = [new Date(`${from}T00:00:00+07:00`), new Date(Date.parse(`${to}T00:00:00+07:00`) + dayMs)];
    const models = ctx.db.selectFrom('suggestion_models').select(['trained_at', 'seconds', 'state', 'measured', 'sample']);
    const [inUse, lastNight, fates, category, agency] = await Promise.all([
      models.where('state', '=', 'in-use').executeTakeFirst(),
      models.orderBy('id', 'desc').limit(1).executeTakeFirst(),
      fateCounts(ctx, begin, end),
      measuredInUse(ctx, 'category', begin, end),
      measuredInUse(ctx, 'agency', begin, end),
    ]);
    return ok({
      from,
      to,
      inUse: inUse === undefined ? null : shownModel(inUse),
      lastNight: lastNight === undefined ? null : shownModel(lastNight),
      fates,
      used: { category: shownAccuracy(category), agency: shownAccuracy(agency) },
    });
  },
});

function shownModel({ trained_at, measured, ...model }: Pick<Selectable<ModelRow>, 'trained_at' | 'seconds' | 'state' | 'measured' | 'sample'>) {
  const { reports, measuredOn, accuracy: of, tooFew } = measured;
  const shown = (one: keyof typeof of) => (of[one] === undefined ? null : shownAccuracy(of[one]));
  return { ...model, trainedAt: trained_at, reports, measuredOn, measured: { category: shown('category'), agency: shown('agency'), urgency: shown('urgency') }, tooFew: tooFew.category ?? {} };
}
