import { z } from 'zod';
import { time } from '../shapes.ts';
import { channels } from './channels.ts';
import type { Item } from './take-in.ts';

export const itemKinds = ['draft', 'message', 'email', 'suspect'] as const;
export const itemStates = ['waiting', 'completed', 'dropped', 'discarded'] as const;

/** What waits, as a list shows it. Who sent it is a hint alone: to see it is a permission of its own. */
export const listedItem = z
  .object({
    id: z.uuid(),
    kind: z.enum(itemKinds).meta({ description: 'suspect: ô bẫy máy đã bị điền / the trap was filled in' }),
    channel: z.enum(channels),
    state: z.enum(itemStates),
    category: z.string().nullable(),
    commune: z.string().nullable(),
    text: z.string().nullable(),
    sender: z.string().nullable().meta({ description: 'Gợi ý, ví dụ ***123 / a hint' }),
    photos: z.int(),
    repeats: z.int().meta({ description: 'Số lần gửi lại y hệt / how often the same came again' }),
    fault: z.string().nullable(),
    receivedAt: time,
    updatedAt: time,
  })
  .meta({ id: 'IntakeItem' });

/** Of a number its end, of an address its first letter: enough to tell two senders apart. */
function hintOf({ sender_phone: phone, sender_email: email, sender_name: name }: Pick<Item, 'sender_phone' | 'sender_email' | 'sender_name'>): string | null {
  if (phone !== null && phone.length > 3) return `***${phone.slice(-3)}`;
  if (email !== null) return `${email.slice(0, 1)}***@${email.slice(email.indexOf('@') + 1).slice(0, 1)}***`;
  return phone !== null || name !== null ? '***' : null;
}

export const listItem = (item: Item) => ({
  id: item.id,
  kind: item.kind,
  channel: item.channel,
  state: item.state,
  category: item.category,
  commune: item.commune,
  text: item.description,
  sender: hintOf(item),
  photos: item.photos.length,
  repeats: item.repeats,
  fault: item.fault,
  receivedAt: item.received_at,
  updatedAt: item.updated_at,
});
