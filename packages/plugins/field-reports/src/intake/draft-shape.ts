import { latitude, longitude, textOf } from '@tinhthong/core';
import { z } from 'zod';
import type { Item } from './take-in.ts';
import { staffChannels } from './channels.ts';
import { consentVersion } from './submit.ts';

/** Theirs who called, not the operator's who writes them down. */
const ofCaller = { 'x-of-another': true };
export const callerContact = z.strictObject({
  name: textOf(0, 100).optional().meta(ofCaller),
  phone: z.string().max(30).optional().meta(ofCaller),
  email: z.email().max(200).optional().meta(ofCaller),
  consent: z.literal(consentVersion),
});

/** As much of a report as there is when a call is interrupted; what is missing is asked for later. */
export const draft = z.strictObject({
  channel: z.enum(staffChannels).default('hotline'),
  category: z.string().max(60).optional(),
  description: textOf(0, 4_000).optional(),
  lat: latitude.optional(),
  lon: longitude.optional(),
  commune: z.string().regex(/^\d{5}$/).optional(),
  address: textOf(0, 300).optional(),
  contact: callerContact.extend({ email: z.string().max(200).optional().meta(ofCaller), consent: z.literal(consentVersion).optional() }).optional(),
});
export type Draft = z.output<typeof draft>;

/** Contact details are left as they are where none are given: a message keeps its sender, whom nobody has seen. */
export function rowOfDraft({ category, description, lat, lon, commune, address, contact }: Draft): Partial<Item> {
  return {
    category: category || null,
    description: description || null,
    lat: lat ?? null,
    lon: lon ?? null,
    commune: commune ?? null,
    address: address || null,
    ...(contact !== undefined && {
      sender_name: contact.name || null,
      sender_phone: contact.phone || null,
      sender_email: contact.email || null,
      consent_version: contact.consent ?? null,
    }),
  };
}
