import { type Job, timeOrderedId } from '@tinhthong/core';
import { sql } from 'kysely';
import { configurationOf } from '../configuration.ts';
import type { FieldReports, ReportContext, ReportTrx } from '../module.ts';
import { isShown, type SuggestionKind } from './fate.ts';
import { isUrgent } from './is-urgent.ts';
import { duplicateConfidence } from './likely-duplicate.ts';
import { duplicateWeights } from './duplicate-weights.ts';
import { nearbyOf } from './nearby-reports.ts';
import { suggest } from './suggest.ts';

const handful = 16;

interface Made {
  readonly report: string;
  readonly kind: SuggestionKind;
  readonly suggested: string;
  readonly confidence: number;
  readonly given: string | null;
  readonly model: number | null;
}

/** After a report was submitted: what it may be about, whose it may be, whether it is there already. Set-wise, off the request path. */
export const suggestForReports: Job<FieldReports> = {
  title: { vi: 'Gợi ý lĩnh vực, đơn vị, mức khẩn, phản ánh trùng', en: 'Suggest category, agency, urgency and duplicates' },
  timeoutSeconds: 60,
  async runAll(ctx, trx, tasks) {
    const ids = tasks.flatMap(({ event }) => event?.subject ?? []);
    // A flood brings a thousand at a time: whoever asks for something meanwhile is answered between two handfuls.
    for (let at = 0; at < ids.length; at += handful) {
      const some = ids.slice(at, at + handful);
      await store(trx, [...(await fromHistory(ctx, trx, some)), ...(await duplicates(ctx, trx, some))]);
    }
  },
};

async function fromHistory(ctx: ReportContext, trx: ReportTrx, ids: readonly string[]): Promise<Made[]> {
  const { categories } = await configurationOf(ctx);
  const reports = await trx
    .selectFrom('reports')
    .select(['id', 'category', 'commune', 'agency', 'priority', 'public_text as text'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute();
  const made: Made[] = [];
  for (const { id: report, text, category, commune, agency, priority } of reports) {
    const found = await suggest(ctx, { text, category, commune });
    const given = { category, agency, urgency: isUrgent(categories.get(category), priority) ? 'immediate' : 'normal' };
    for (const kind of ['category', 'agency', 'urgency'] as const) {
      const one = found[kind];
      if (one !== undefined) made.push({ report, kind, suggested: one.value, confidence: one.confidence, given: given[kind], model: found.model });
    }
  }
  return made;
}

async function duplicates(ctx: ReportContext, trx: ReportTrx, ids: readonly string[]): Promise<Made[]> {
  const weights = await duplicateWeights(ctx);
  const pairs = await nearbyOf(ctx, trx, ids);
  return pairs.flatMap(({ report, code, pair }) => {
    const confidence = duplicateConfidence(pair, weights);
    return confidence < ctx.settings.suggestFrom ? [] : [{ report, kind: 'duplicate' as const, suggested: code, confidence, given: null, model: null }];
  });
}

/** A task that is repeated finds its suggestions there. */
async function store(trx: ReportTrx, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return;
  const rows = made.map((one) => ({ ...one, id: timeOrderedId(), shown: isShown(one) }));
  await sql`
    insert into field_reports.suggestions (id, report, kind, suggested, confidence, given, shown, model)
    select id, report, kind, suggested, confidence, given, shown, model
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as row(id uuid, report uuid, kind text, suggested text, confidence real, given text, shown boolean, model int)
    on conflict (report, kind, suggested) do nothing
  `.execute(trx);
}
