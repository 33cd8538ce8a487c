import type { Insertable, Selectable } from 'kysely';
import { z } from 'zod';
import { channels } from '../intake/channels.ts';
import type { Tables } from '../tables.ts';
import type { Limit } from './limits.ts';

const hours = z.int().min(1).max(1_000).optional();
const days = z.int().min(1).max(365).optional();

/** A row of the limits as templates and the province's editor write it; what is left out holds for all. */
export const limitShape = z
  .strictObject({
    category: z.string().max(60).optional(),
    channel: z.enum(channels).optional(),
    priority: z.enum(['normal', 'high']).optional(),
    acceptHours: hours,
    assignHours: hours,
    handleDays: days,
    handleHours: hours,
    answerDays: days,
    answerHours: hours,
    coordinateDays: days,
    coordinateHours: hours,
    validFrom: z.iso.date(),
  })
  .refine(({ answerDays, answerHours }) => (answerDays === undefined) !== (answerHours === undefined), {
    error: 'answerDays hoặc answerHours / answerDays or answerHours, one of them',
  })
  .refine(({ handleDays, handleHours }) => handleDays === undefined || handleHours === undefined, { error: 'handleDays hoặc handleHours / handleDays or handleHours, at most one' })
  .refine(({ coordinateDays, coordinateHours }) => coordinateDays === undefined || coordinateHours === undefined, {
    error: 'coordinateDays hoặc coordinateHours / coordinateDays or coordinateHours, at most one',
  });
export type GivenLimit = z.output<typeof limitShape>;

export const ladderShape = z.array(
  z.strictObject({
    told: z.string().min(1).max(80).meta({ description: '$agency, $parent, $chairman, hoặc một đơn vị / or an agency', example: '$parent' }),
    afterHours: z.int().min(0).max(1_000),
  }),
).max(10);

export function rowOfLimit(given: GivenLimit, position: number): Insertable<Tables['limits']> {
  return {
    position,
    category: given.category ?? null,
    channel: given.channel ?? null,
    priority: given.priority ?? null,
    accept_hours: given.acceptHours ?? null,
    assign_hours: given.assignHours ?? null,
    handle_days: given.handleDays ?? null,
    handle_hours: given.handleHours ?? null,
    answer_days: given.answerDays ?? null,
    answer_hours: given.answerHours ?? null,
    coordinate_days: given.coordinateDays ?? null,
    coordinate_hours: given.coordinateHours ?? null,
    valid_from: given.validFrom,
    retired_at: null,
  };
}

export function limitOfRow(row: Selectable<Tables['limits']>): Limit {
  return {
    id: row.id,
    category: row.category,
    channel: row.channel,
    priority: row.priority,
    acceptHours: row.accept_hours,
    assignHours: row.assign_hours,
    handle: { days: row.handle_days, hours: row.handle_hours },
    answer: { days: row.answer_days, hours: row.answer_hours },
    coordinate: { days: row.coordinate_days, hours: row.coordinate_hours },
    validFrom: row.valid_from,
    retired: row.retired_at !== null,
  };
}
