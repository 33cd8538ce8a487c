import { bbox, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { eventTypes, reportEvents, timelineTypes } from './events.ts';
import { reportStates } from './handling/report-states.ts';

/** Schemas that several routes share. Codes look like `HUE-26-0000123`. */
export const code = z.string().regex(/^[A-Z]{2,5}-\d{2}-\d{7}$/).meta({ example: 'HUE-26-0000123' });
export const byCode = z.strictObject({ code });
export const time = z.iso.datetime({ offset: true }).meta({ example: '2026-11-22T19:05:00+07:00' });
export const state = z.enum(reportStates).meta({ id: 'ReportState' });
export const title = z.object({ vi: z.string(), en: z.string().optional() }).meta({ id: 'Text' });
export const rating = z.enum(['satisfied', 'accepted', 'dissatisfied']).meta({ id: 'Rating' });
export const reason = textOf(5, 1_000);
/** With one sending; staff and citizens alike. */
export const mostPhotos = 5;
/** Ids of pictures that were uploaded before. */
export const photos = z.array(z.uuid()).max(mostPhotos).default([]);
export const limit = z.coerce.number().int().min(1).max(100).default(50);
export const cursor = z.string().max(300).optional();
export const filters = {
  bbox: bbox.optional(),
  category: z.string().max(60).optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  status: state.optional(),
  q: textOf(1, 100).optional().meta({ description: 'Từ trong nội dung, địa chỉ, có dấu hay không; hoặc mã phản ánh / words with or without accents, or a code', example: 'ổ gà' }),
};
/** The secret that the reporter got on submitting; always in a body, never in an address. */
export const followUp = z.string().max(60);

export const listed = z
  .object({
    code,
    category: z.string().meta({ example: 'road-damage' }),
    commune: z.string().meta({ example: '19789' }),
    lat: z.number(),
    lon: z.number(),
    address: z.string().nullable(),
    text: z.string(),
    status: state,
    agency: z.string().meta({ example: 'so-xay-dung' }),
    submittedAt: time,
    dueAt: time,
    answeredAt: time.nullable(),
    photos: z.int().meta({ description: 'Số ảnh / how many pictures' }),
    rating: rating.nullable(),
  })
  .meta({ id: 'ListedReport' });

/** An event of a timeline, with the data that its type declares. */
const eventOf = (type: (typeof eventTypes)[number]) => z.object({ type: z.literal(type), at: time, data: reportEvents[type].data });
const [first, ...others] = timelineTypes.map(eventOf);
export const shownEvent = z.discriminatedUnion('type', [first!, ...others]).meta({ id: 'PublicEvent' });
const internalTypes = eventTypes.filter((type) => !timelineTypes.includes(type));
export const staffEvent = z.discriminatedUnion('type', [shownEvent, ...internalTypes.map(eventOf)]).meta({ id: 'StaffEvent' });

export const shown = listed
  .extend({
    answer: z.string().nullable(),
    reopened: z.int().meta({ description: 'Số lần mở lại / how many times' }),
    voiceRatings: z
      .object({ satisfied: z.int(), accepted: z.int(), dissatisfied: z.int() })
      .meta({ description: 'Người cùng phản ánh đánh giá; rating là của người gửi / of other voices; rating is the reporter’s' }),
    coordinating: z.array(z.string()).meta({ description: 'Đơn vị phối hợp / coordinating agencies' }),
    voices: z.int().meta({ description: 'Số người cùng báo thêm / how many more people said the same' }),
    mergedInto: code.nullable().meta({ description: 'Phản ánh mà nó là một phần từ khi được gộp / the report that it is part of since it was merged' }),
    timeline: z.array(shownEvent),
    pictures: z.array(z.object({ after: z.boolean(), extension: z.boolean().optional().meta({ description: 'Kèm lời hứa gia hạn / came with an extension' }), url: z.string(), thumbnail: z.string() })),
    video: z.object({ url: z.string(), poster: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'Report' });

export const moved = z.object({ code, status: state }).meta({ id: 'MovedReport' });
