import { latitude, longitude, textOf } from '@tinhthong/core';
import { z } from 'zod';

const agency = z.string().min(1).max(80);
const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
/** Longitude first, as in GeoJSON; the check says what is wrong with the ring as a whole. */
const position = z.tuple([longitude, latitude]);

const during = z.union([
  z.strictObject({ office: z.enum(['open', 'closed']).meta({ description: 'Theo lịch làm việc của tỉnh / as the working calendar has it' }) }),
  z.strictObject({
    days: z.array(z.int().min(1).max(7)).max(7).meta({ description: '1 là thứ Hai / 1 is Monday' }),
    from: clock,
    to: clock.meta({ description: 'Sau nửa đêm cũng được / may lie after midnight' }),
  }),
]);

/** A rule as the province's editor reads and writes it; what is null does not matter to it. */
export const rule = z
  .strictObject({
    category: z.string().max(60).nullable().default(null),
    communes: z.array(z.string().regex(/^\d{5}$/)).max(400).nullable().default(null),
    area: z.array(position).max(200).nullable().default(null).meta({ description: 'Vùng vẽ tay: vòng khép kín các cặp kinh độ, vĩ độ / a drawn area: a closed ring of longitude and latitude' }),
    during: during.nullable().default(null),
    lead: agency.meta({ description: 'Đơn vị chủ trì, hoặc $commune: UBND nơi xảy ra / the lead agency, or $commune', example: 'so-xay-dung' }),
    coordinating: z.array(agency).max(10).default([]),
    note: textOf(0, 200).default('').meta({ description: 'Ghi chú cho người sửa sau / for whoever edits it next' }),
  })
  .meta({ id: 'RoutingRule' });
export type RuleInput = z.output<typeof rule>;

export const rules = z.array(rule).max(500);
export const warning = z.object({ category: z.string(), message: z.object({ vi: z.string(), en: z.string().optional() }) }).meta({ id: 'RoutingWarning' });
export const routingList = z
  .object({ version: z.int(), rules: z.array(rule.extend({ id: z.int() })), warnings: z.array(warning) })
  .meta({ id: 'Routing' });
