import { z } from 'zod';
import type { ReportTrx } from './module.ts';

const title = z.strictObject({ vi: z.string(), en: z.string().optional() });
const hours = z.int().min(1).max(1_000);

/** What a province's template holds for this module: its categories, routing and time limits, in order. */
export const template = z.strictObject({
  categories: z.array(
    z.strictObject({
      code: z.string().regex(/^[a-z][a-z-]*$/),
      name: title,
      icon: z.string(),
      public: z.boolean(),
      photoRequired: z.boolean(),
      flow: z.enum(['time-bound', 'immediate']),
    }),
  ),
  routing: z.array(
    z.strictObject({
      category: z.string().optional(),
      communes: z.array(z.string()).optional(),
      lead: z.string(),
      coordinating: z.array(z.string()).optional(),
    }),
  ),
  limits: z.array(
    z
      .strictObject({
        category: z.string().optional(),
        channel: z.enum(['web', 'app', 'hotline', 'zalo', 'open311']).optional(),
        acceptHours: hours.optional(),
        assignHours: hours.optional(),
        answerDays: z.int().min(1).max(365).optional(),
        answerHours: hours.optional(),
        validFrom: z.iso.date(),
      })
      .refine(({ answerDays, answerHours }) => (answerDays === undefined) !== (answerHours === undefined), {
        error: 'answerDays hoặc answerHours / answerDays or answerHours, one of them',
      }),
  ),
});

/** Fills the province's tables the first time; what the province has changed since stays as it is. */
export async function fillFromTemplate(trx: ReportTrx, content: z.output<typeof template>): Promise<void> {
  const { count } = await trx.selectFrom('categories').select((eb) => eb.fn.countAll<number>().as('count')).executeTakeFirstOrThrow();
  if (count > 0) return;
  const { categories, routing, limits } = content;
  await trx
    .insertInto('categories')
    .values(categories.map(({ photoRequired, name, ...category }, position) => ({ ...category, position, name: JSON.stringify(name), photo_required: photoRequired })))
    .execute();
  if (routing.length > 0) {
    await trx
      .insertInto('routing_rules')
      .values(routing.map(({ category = null, communes = null, lead, coordinating = [] }, position) => ({ position, category, communes, lead, coordinating })))
      .execute();
  }
  if (limits.length > 0) {
    await trx
      .insertInto('limits')
      .values(
        limits.map((limit, position) => ({
          position,
          category: limit.category ?? null,
          channel: limit.channel ?? null,
          accept_hours: limit.acceptHours ?? null,
          assign_hours: limit.assignHours ?? null,
          answer_days: limit.answerDays ?? null,
          answer_hours: limit.answerHours ?? null,
          valid_from: limit.validFrom,
        })),
      )
      .execute();
  }
}
