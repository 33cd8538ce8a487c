import { z } from 'zod';
import { ladderShape, limitShape, rowOfLimit } from './clocks/limit-shape.ts';
import type { ReportTrx } from './module.ts';
import { questionShapes, rowOfQuestion } from './open311/question-shape.ts';
import { rule } from './routing/rule-shape.ts';

const title = z.strictObject({ vi: z.string(), en: z.string().optional() });

const months = z.int().min(1).max(240);

/** What a province's template holds for this module: its categories, routing and time limits, in order. */
export const template = z.strictObject({
  categories: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z-]*$/),
      name: title,
      icon: z.string(),
      public: z.boolean(),
      photoRequired: z.boolean(),
      afterPhotoRequired: z.boolean().default(false),
      maskPlates: z.boolean().default(false),
      /** Months after the end of a report; what is not said goes by the rule for all categories. */
      keepMonths: z.strictObject({ contacts: months, originals: months, evidence: months, videos: months }).partial().default({}),
      flow: z.enum(['time-bound', 'immediate']),
      questions: questionShapes.default([]),
    }),
  ),
  routing: z.array(rule),
  limits: z.array(limitShape),
  ladder: ladderShape.optional(),
});

/** Fills the province's tables the first time; what the province has changed since stays as it is. */
export async function fillFromTemplate(trx: ReportTrx, content: z.output<typeof template>): Promise<void> {
  const { count } = await trx.selectFrom('categories').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count > 0) return;
  const { categories, routing, limits, ladder } = content;
  await trx
    .insertInto('categories')
    .values(
      categories.map(({ code, name, icon, flow, keepMonths, ...category }, position) => ({
        code,
        position,
        name: JSON.stringify(name),
        icon,
        flow,
        public: category.public,
        photo_required: category.photoRequired,
        after_photo_required: category.afterPhotoRequired,
        mask_plates: category.maskPlates,
        keep_contacts_months: keepMonths.contacts ?? null,
        keep_originals_months: keepMonths.originals ?? null,
        keep_evidence_months: keepMonths.evidence ?? null,
        keep_videos_months: keepMonths.videos ?? null,
      })),
    )
    .execute();
  const asked = categories.flatMap(({ code, questions }) => questions.map((question, at) => rowOfQuestion(code, question, at + 1)));
  if (asked.length > 0) await trx.insertInto('category_questions').values(asked).execute();
  if (routing.length > 0) {
    await trx
      .insertInto('routing_rules')
      .values(routing.map(({ area, during, ...row }, position) => ({ ...row, position, area: area && JSON.stringify(area), during: during && JSON.stringify(during) })))
      .execute();
  }
  if (limits.length > 0) {
    await trx.insertInto('limits').values(limits.map(rowOfLimit)).execute();
  }
  if (ladder !== undefined) {
    // In place of the usual one, which the migration made.
    await trx.deleteFrom('ladder_rungs').execute();
    if (ladder.length > 0) await trx.insertInto('ladder_rungs').values(ladder.map(({ told, afterHours }, position) => ({ position, told, after_hours: afterHours }))).execute();
  }
}
