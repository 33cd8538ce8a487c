import type { Problem } from '../client/core-api.gen.ts';

/**
 * What is kept of one message. `draft` waits for the person, `waiting` for the line; `unsure` may have arrived and cannot be
 * sent again without asking; `refused` and `sent` have an answer that the person has not seen yet.
 */
export interface Kept<Body, Answer> {
  /** Idempotency key: with it the server takes it once, however often it is sent. */
  readonly key: string;
  readonly body: Body;
  readonly files: readonly Blob[];
  readonly state: 'draft' | 'waiting' | 'unsure' | 'refused' | 'sent';
  /** Milliseconds since 1970, by the device's clock. */
  readonly keptAt: number;
  /** When it first left without an answer. */
  readonly triedAt?: number | undefined;
  readonly answer?: Answer | undefined;
  readonly problem?: Problem | undefined;
}

/** How an attempt ended: `not-taken` where the server or the line said so before, `lost` where nobody knows. */
export type Delivery<Answer> = { readonly sent: Answer } | { readonly refused: Problem } | 'not-taken' | 'lost';

/** The server keeps keys for 24 hours; one less, because clocks differ. */
const keyKnownMs = 23 * 3_600_000;

/** Whether it may be sent without asking: never left, or left so lately that the server still knows its key. */
export function isSafeToSend({ triedAt }: Pick<Kept<unknown, unknown>, 'triedAt'>, now: number): boolean {
  return triedAt === undefined || Math.abs(now - triedAt) < keyKnownMs;
}

/**
 * What an answer of the typed client means for a message that may be sent again.
 *
 * @example return deliveryOf(await api.POST('/api/field-reports/reports', { body, params: { header: { 'Idempotency-Key': key } } }));
 */
export function deliveryOf<Answer>({ data, error }: { readonly data?: Answer | undefined; readonly error?: Problem | undefined }): Delivery<Answer> {
  if (error === undefined) return { sent: data as Answer };
  if (error.status === 429) return 'not-taken';
  // Somewhere on its way, or being handled by another tab's request at this moment.
  if (error.status >= 500 || error.code === 'unexpected-answer' || error.code === 'idempotency-key-in-progress') return 'lost';
  return { refused: error };
}
