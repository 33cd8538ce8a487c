import { createHash } from 'node:crypto';
import { route } from '../module.ts';
import { fingerprintOf } from './identical-reports.ts';
import { intakeSecrets } from './intake-secrets.ts';
import { keepItem } from './keep-item.ts';
import { readLetter } from './read-letter.ts';
import { accepted, received } from './receive-message.ts';
import { picturesOfMessage } from './pictures-of-message.ts';
import { signatureHeaders, verifySignature } from './webhook-signature.ts';

/** As much as mail servers commonly let through. */
const mostBytes = 26 * 1024 * 1024;

/** A letter says no category and no place: a person reads it and completes it. */
export const receiveEmail = route({
  method: 'post',
  path: '/intake/emails',
  access: 'public',
  raw: { types: ['message/rfc822'], mostBytes },
  headers: signatureHeaders,
  summary: { vi: 'Nhận một thư điện tử nguyên bản (MIME), ký theo Standard Webhooks', en: 'Takes a letter as it came (MIME), signed as Standard Webhooks does' },
  answers: { 202: { description: 'Đã nhận, chờ cán bộ; thư tự động được gạt ra kèm lý do / received, for staff to complete; automatic ones are put aside with their reason', schema: received } },
  async handle(ctx, { upload, headers }) {
    const id = verifySignature({ headers, body: upload }, await intakeSecrets(ctx), ctx.now());
    const read = await readLetter(upload);
    if ('fault' in read) {
      return accepted(await ctx.change((trx) => keepItem(ctx, trx, { kind: 'email', channel: 'email', source: `email:${id}`, fault: read.fault, raw: Buffer.from(upload) })));
    }
    const { letter } = read;
    // The same letter may be handed over twice under two ids: its own is what counts, hashed, for it may name people.
    const source = `email:${letter.messageId === undefined ? id : createHash('sha256').update(`${letter.messageId}|${letter.email ?? ''}`).digest('base64url')}`;
    const known = await ctx.db.selectFrom('intake_items').select('id').where('source', '=', source).executeTakeFirst();
    const wanted = known === undefined && letter.drop === undefined ? letter.pictures : [];
    const { photos, fault, keepEvidence } = await picturesOfMessage(ctx, wanted);
    return accepted(
      await ctx.change(async (trx) => {
        const kept = await keepItem(ctx, trx, {
          kind: 'email',
          channel: 'email',
          source,
          state: letter.drop === undefined ? 'waiting' : 'dropped',
          fault: letter.drop ?? fault,
          description: letter.text,
          sender_name: letter.name,
          sender_email: letter.email,
          photos,
          fingerprint: fingerprintOf(letter.email && `email:${letter.email.toLowerCase()}`, { category: '', place: null, text: letter.text }),
        });
        if (!kept.again) await keepEvidence(trx);
        return kept;
      }),
    );
  },
});
