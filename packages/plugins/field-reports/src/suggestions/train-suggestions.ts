import { computeThread, type Job } from '@tinhthong/core';
import { sql } from 'kysely';
import type { FieldReports, ReportContext } from '../module.ts';
import { type FormerModel, takesItsPlace } from './choose-model.ts';
import { firstWeights } from './likely-duplicate.ts';
import { readHistory } from './read-history.ts';
import { readMerged } from './read-merged.ts';
import { leastHistory, type Measured } from './train-model.ts';
import type { TrainAnswer, TrainMessage } from './train-thread.ts';

export type ModelState = 'in-use' | 'former' | 'refused' | 'too-few';

export interface Training {
  readonly state: ModelState;
  readonly seconds: number;
  readonly measured: Measured;
}

const memoryMb = 192;
// What came of more than a year of nights is nobody's question any more.
const keptDays = 400;

/** Every night each province's model learns anew from what is there; nothing of the day before stays in it. */
export const trainSuggestions: Job<FieldReports> = {
  title: { vi: 'Học lại cách gợi ý từ phản ánh đã đóng', en: 'Learn to suggest from the closed reports' },
  cron: '30 2 * * *',
  timeoutSeconds: 900,
  attempts: 3,
  async run(ctx, _task, signal) {
    const { state, seconds, measured } = await trainOnHistory(ctx, signal);
    ctx.log.info('suggestions trained', { state, seconds, reports: measured.reports });
  },
};

/** Reads the closed reports in batches, learns on a thread of its own, and keeps the model or refuses it. */
export async function trainOnHistory(ctx: ReportContext, signal?: AbortSignal): Promise<Training> {
  const began = performance.now();
  const { packed, measured, duplicates } = await learn(ctx, signal);
  const seconds = (performance.now() - began) / 1_000;
  const sample = await isSample(ctx);
  const now = ctx.now();
  const state = await ctx.change(async (trx) => {
    const former = await trx.selectFrom('suggestion_models').select(['trained_at', 'measured']).where('state', '=', 'in-use').executeTakeFirst();
    const before: FormerModel | undefined = former && { trainedAt: former.trained_at, measured: former.measured };
    const fate: ModelState = packed === null ? 'too-few' : takesItsPlace(before, measured, now, ctx.settings.suggestWorseBy) ? 'in-use' : 'refused';
    // With too little left to learn from, last night's model goes as well: it knows what has been erased since.
    if (fate !== 'refused') await trx.updateTable('suggestion_models').set({ state: 'former', packed: null }).where('state', '=', 'in-use').execute();
    await trx
      .insertInto('suggestion_models')
      .values({ trained_at: now, seconds, state: fate, measured: JSON.stringify(measured), sample, duplicates: JSON.stringify(duplicates), packed: fate === 'in-use' ? Buffer.from(packed!) : null })
      .execute();
    await trx.deleteFrom('suggestion_models').where('state', '!=', 'in-use').where('trained_at', '<', new Date(now.getTime() - keptDays * 86_400_000)).execute();
    return fate;
  });
  // Every node drops the model it holds and asks for this one.
  ctx.reconfigured();
  return { state, seconds, measured };
}

async function learn(ctx: ReportContext, signal: AbortSignal | undefined): Promise<TrainAnswer> {
  const { rows } = await sql`select 1 from field_reports.reports where state = 'closed' limit ${leastHistory}`.execute(ctx.db);
  // A young province needs no thread to be told so.
  if (rows.length < leastHistory) return { packed: null, measured: { reports: rows.length, measuredOn: 0, accuracy: {}, tooFew: {} }, duplicates: firstWeights };
  await using thread = computeThread(new URL('./train-thread.ts', import.meta.url), { memoryMb, ...(signal && { signal }) });
  const ask = <Answer>(message: TrainMessage) => thread.ask<Answer>(message);
  for await (const add of readHistory(ctx)) await ask<null>({ add });
  // Awaited here: whoever returns the promise leaves the block, and with it ends the thread.
  return await ask<TrainAnswer>({ learn: { threshold: ctx.settings.suggestFrom, pairs: await readMerged(ctx) } });
}

/** The demo's pictures belong to the subject `demo`: where they are, the texts are made up as well. */
async function isSample(ctx: ReportContext): Promise<boolean> {
  const { rows } = await sql`select 1 from core.stored_files where subject = 'demo' limit 1`.execute(ctx.db);
  return rows.length > 0;
}
