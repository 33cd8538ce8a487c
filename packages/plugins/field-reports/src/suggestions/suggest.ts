import { configurationOf } from '../configuration.ts';
import type { ReportContext } from '../module.ts';
import { modelInUse } from './model-in-use.ts';
import { answer, type Answered, type Asked, type Question } from './suggestion-model.ts';

export interface Suggestions extends Readonly<Partial<Record<Question, Answered>>> {
  /** The model that says so. */
  readonly model: number | null;
}

/**
 * What the province's own history suggests for a text; nothing where it is not sure enough (setting `suggestFrom`), where
 * there is no model, or where the province no longer has such a category or agency.
 */
export async function suggest(ctx: ReportContext, asked: Asked): Promise<Suggestions> {
  const used = await modelInUse(ctx);
  if (used === undefined) return { model: null };
  const { categories, committees } = await configurationOf(ctx);
  const sure = (found: Answered | undefined) => (found !== undefined && found.confidence >= ctx.settings.suggestFrom ? found : undefined);
  const category = sure(answer(used.model, 'category', asked));
  const urgency = sure(answer(used.model, 'urgency', asked));
  // The agency of what it is really about: a report in the wrong category would be routed wrongly as well.
  const about = category?.value ?? asked.category;
  const found = asked.commune === undefined ? undefined : sure(answer(used.model, 'agency', { ...asked, category: about }));
  const agency = found && (found.value === '$commune' ? committees.get(asked.commune!) : found.value);
  return {
    model: used.id,
    ...(category && categories.has(category.value) && { category }),
    ...(urgency && { urgency }),
    ...(found && agency !== undefined && (await agenciesOf(ctx)).has(agency) && { agency: { ...found, value: agency } }),
  };
}

const agenciesOf = (ctx: ReportContext): Promise<ReadonlySet<string>> =>
  ctx.kept('agency-ids', async () => new Set((await ctx.db.selectFrom('core.agencies').select('id').execute()).map(({ id }) => id)));
