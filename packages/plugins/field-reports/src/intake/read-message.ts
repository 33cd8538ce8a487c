import { latitude, longitude } from '@tinhthong/core';
import { z } from 'zod';
import { mostPhotos } from '../shapes.ts';
import { messageChannels } from './channels.ts';

/** Storable, NFC, without blanks around it: a message is taken as it comes and never refused for how it is written. */
export const cleanText = (text: string): string => text.replaceAll('\0', '').toWellFormed().normalize('NFC').replaceAll('\r\n', '\n').trim();

const mostCharacters = 4_000;
const text = (most: number) => z.string().transform((given) => cleanText(given).slice(0, most));

/** What a gateway of Zalo or SMS sends. It may send more; only `channel` and `text` must be there. */
export const message = z
  .object({
    channel: z.enum(messageChannels),
    text: text(mostCharacters).meta({ type: 'string' }),
    from: z.object({ phone: text(30).optional(), name: text(100).optional() }).optional(),
    category: text(60).optional(),
    commune: z.string().regex(/^\d{5}$/).optional(),
    lat: latitude.optional(),
    lon: longitude.optional(),
    address: text(300).optional(),
    /** Base64. */
    pictures: z.array(z.base64()).max(mostPhotos).optional(),
  });
export type Message = z.output<typeof message>;

export type ReadMessage = { readonly message: Message } | { readonly fault: string };

/** The message, or what is wrong with it: the places, never what stands there. */
export function readMessage(body: Uint8Array): ReadMessage {
  let given: unknown;
  try {
    given = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { fault: 'not JSON' };
  }
  const parsed = message.safeParse(given);
  if (!parsed.success) return { fault: `not as documented: ${[...new Set(parsed.error.issues.map(({ path }) => path.join('.') || 'body'))].join(', ')}` };
  return parsed.data.text === '' ? { fault: 'no text' } : { message: parsed.data };
}
