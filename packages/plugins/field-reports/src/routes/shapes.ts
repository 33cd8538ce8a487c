import { bbox, textOf } from '@tinhthong/core';
import { z } from 'zod';
import { reportStates } from '../report-states.ts';

/** Schemas that several routes share. Codes look like `HUE-26-0000123`. */
export const code = z.string().regex(/^[A-Z]{2,5}-\d{2}-\d{7}$/);
export const byCode = z.strictObject({ code });
export const time = z.iso.datetime({ offset: true });
export const state = z.enum(reportStates);
export const title = z.object({ vi: z.string(), en: z.string().optional() });
export const rating = z.enum(['satisfied', 'accepted', 'dissatisfied']);
export const reason = textOf(5, 1_000);
export const limit = z.coerce.number().int().min(1).max(100).default(50);
export const cursor = z.string().max(300).optional();
export const filters = {
  bbox: bbox.optional(),
  category: z.string().max(60).optional(),
  status: state.optional(),
};
/** The secret that the reporter got on submitting; always in a body, never in an address. */
export const followUp = z.string().max(60);

export const listed = z.object({
  code: z.string(),
  category: z.string(),
  commune: z.string(),
  lat: z.number(),
  lon: z.number(),
  address: z.string().nullable(),
  text: z.string(),
  status: state,
  agency: z.string(),
  submittedAt: time,
  dueAt: time,
  answeredAt: time.nullable(),
  photos: z.int(),
  rating: rating.nullable(),
});

export const shownEvent = z.object({ type: z.string(), at: time, data: z.record(z.string(), z.unknown()) });
export const shown = listed.extend({
  answer: z.string().nullable(),
  reopened: z.int(),
  coordinating: z.array(z.string()),
  timeline: z.array(shownEvent),
  pictures: z.array(z.object({ after: z.boolean(), url: z.string(), thumbnail: z.string() })),
});

export const moved = z.object({ code: z.string(), status: state });
