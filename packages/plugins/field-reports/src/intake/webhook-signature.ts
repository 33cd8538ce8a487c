import { createHmac, timingSafeEqual } from 'node:crypto';
import { Problem } from '@tinhthong/core';

/** The headers of a signed message, as a route names them. */
export const signatureHeaders = ['webhook-id', 'webhook-timestamp', 'webhook-signature'] as const;

const toleranceSeconds = 5 * 60;

export interface SignedMessage {
  readonly headers: Readonly<Record<string, string>>;
  /** Byte for byte as it came: a letter need not be UTF-8. */
  readonly body: Uint8Array;
}

/**
 * The id of a message that one of the secrets has signed.
 * Source: Standard Webhooks 1.0, symmetric signatures (`v1`): HMAC-SHA256 over `id.timestamp.body`, the secret in base64
 * behind `whsec_`.
 *
 * @throws Problem 401 for everything else, and for what is older or newer than five minutes
 */
export function verifySignature({ headers, body }: SignedMessage, secrets: readonly string[], now: Date): string {
  const [id = '', timestamp = '', signatures = ''] = signatureHeaders.map((name) => headers[name]);
  const fresh = /^\d{1,12}$/.test(timestamp) && Math.abs(now.getTime() / 1_000 - Number(timestamp)) <= toleranceSeconds;
  if (!/^[\x21-\x7e]{1,200}$/.test(id) || !fresh) throw badSignature();
  const given = signatures.split(' ').flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3))] : []));
  const expected = secrets.map((secret) => Buffer.from(signatureOf(secret, id, timestamp, body)));
  // Every pair is compared, so that the time tells nothing of which one would have fitted.
  const fitting = expected.flatMap((right) => given.filter((one) => one.length === right.length && timingSafeEqual(one, right)));
  if (fitting.length === 0) throw badSignature();
  return id;
}

export function signatureOf(secret: string, id: string, timestamp: string, body: Uint8Array): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return createHmac('sha256', key).update(`${id}.${timestamp}.`).update(body).digest('base64');
}

function badSignature(): Problem {
  return new Problem(
    401,
    'bad-signature',
    { vi: 'Chữ ký của tin không đúng, thiếu, hoặc quá cũ.', en: 'The signature of the message is wrong, missing or too old.' },
    { detail: { vi: 'Ký theo Standard Webhooks bằng khóa của tỉnh; đồng hồ lệch không quá 5 phút.', en: 'Sign as Standard Webhooks does, with the secret of the province; clocks may differ by 5 minutes.' } },
  );
}
