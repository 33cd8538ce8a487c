import type { ReportContext } from '../module.ts';
import { type DuplicateWeights, firstWeights } from './likely-duplicate.ts';

/** What last night learned from what staff merged; until they have merged enough, what everybody starts from. */
export function duplicateWeights(ctx: ReportContext): Promise<DuplicateWeights> {
  return ctx.kept('duplicate-weights', async () => {
    const last = await ctx.db.selectFrom('suggestion_models').select('duplicates').orderBy('id', 'desc').limit(1).executeTakeFirst();
    return last?.duplicates ?? firstWeights;
  });
}
