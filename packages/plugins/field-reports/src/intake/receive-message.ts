import { z } from 'zod';
import { route, type ReportContext } from '../module.ts';
import { type KeptItem, keepItem } from './keep-item.ts';
import { fingerprintOf } from './identical-reports.ts';
import { intakeSecrets } from './intake-secrets.ts';
import { readMessage } from './read-message.ts';
import { isComplete } from './take-in.ts';
import { picturesOfMessage } from './pictures-of-message.ts';
import { signatureHeaders, verifySignature } from './webhook-signature.ts';

export const received = z
  .object({
    id: z.uuid(),
    state: z.enum(['waiting', 'completed', 'dropped', 'discarded']).meta({ description: 'waiting: cán bộ sẽ xem / staff will look at it' }),
    again: z.boolean().meta({ description: 'Đã nhận trước đó / received before' }),
  })
  .meta({ id: 'ReceivedMessage' });

export const accepted = ({ id, state, again }: KeptItem) => ({ status: 202, body: { id, state, again } });

/** Nothing is lost: what cannot be read is kept as it came, with its fault; a repeat of an id changes nothing. */
export const receiveMessage = route({
  method: 'post',
  path: '/intake/messages',
  access: 'public',
  raw: { types: ['application/json'], mostBytes: 12 * 1024 * 1024 },
  headers: signatureHeaders,
  summary: {
    vi: 'Nhận một tin Zalo, SMS từ cổng nhắn tin, ký theo Standard Webhooks: { channel, text, from?, category?, commune?, lat?, lon?, address?, pictures? }',
    en: 'Takes a Zalo message or SMS from a gateway, signed as Standard Webhooks does: { channel, text, from?, category?, commune?, lat?, lon?, address?, pictures? }',
  },
  answers: { 202: { description: 'Đã nhận; thành phản ánh ngay khi đủ lĩnh vực và nơi xảy ra, hoặc khi cán bộ bổ sung / received; a report as soon as it has a category and a place, by itself or by staff', schema: received } },
  async handle(ctx, { upload, headers }) {
    const id = verifySignature({ headers, body: upload }, await intakeSecrets(ctx), ctx.now());
    const read = readMessage(upload);
    if ('fault' in read) {
      return accepted(await ctx.change((trx) => keepItem(ctx, trx, { kind: 'message', channel: 'sms', source: `message:${id}`, fault: read.fault, raw: Buffer.from(upload) })));
    }
    const { channel, text, from = {}, pictures = [], category, commune, lat, lon, address } = read.message;
    if (await isKnown(ctx, `message:${id}`)) return accepted(await ctx.change((trx) => keepItem(ctx, trx, { kind: 'message', channel, source: `message:${id}` })));
    const { photos, fault, keepEvidence } = await picturesOfMessage(ctx, pictures.map((picture) => Buffer.from(picture, 'base64')));
    const item = {
      kind: 'message' as const, channel, source: `message:${id}`, photos, fault, description: text,
      category: category || null, commune: commune ?? null, lat: lat ?? null, lon: lon ?? null, address: address || null,
      sender_name: from.name || null, sender_phone: from.phone || null,
      fingerprint: fingerprintOf(from.phone ? `${channel}:${from.phone}` : null, { category: category ?? '', place: null, address, text }),
    };
    return accepted(
      await ctx.change(async (trx) => {
        const kept = await keepItem(ctx, trx, item);
        if (!kept.again) await keepEvidence(trx);
        if (!kept.again && isComplete(item)) ctx.enqueue(trx, 'take-in', { item: kept.id });
        return kept;
      }),
    );
  },
});

/** A repeat need not have its pictures stored once more. */
async function isKnown(ctx: ReportContext, source: string): Promise<boolean> {
  return (await ctx.db.selectFrom('intake_items').select('id').where('source', '=', source).executeTakeFirst()) !== undefined;
}
