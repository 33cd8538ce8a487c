import { request } from 'undici';
import { NotPublic, type Outbound } from '../../outbound/outbound.ts';
import { secondsOf } from './retry.ts';
import { type Message, signedHeaders } from './sign.ts';

/** What came of one attempt. */
export interface Attempted {
  /** HTTP status; null where no answer came. */
  readonly status: number | null;
  /** Why it does not count as received; null where it does. Never a word of the receiver's own. */
  readonly error: 'refused-address' | 'redirect' | 'refused' | 'gone' | 'timeout' | 'no-connection' | null;
  /** Seconds after which the receiver wants to be asked again. */
  readonly retryAfterSeconds: number | null;
}

const longestMs = 15_000;
// An answer is its status. What follows is read for a moment, so that the connection can serve again, and then cut off.
const mostAnswerBytes = 16 * 1024;
const answerMs = 1_000;

/** Makes one attempt: no redirects, and only to addresses that were judged when their name was resolved. */
export async function sendMessage(outbound: Outbound, address: string, message: Message, secrets: readonly string[], timeoutMs = longestMs): Promise<Attempted> {
  const url = new URL(address);
  if (outbound.refusal(url, { https: true }) !== undefined) return failed('refused-address');
  try {
    const { statusCode, headers, body } = await request(url, {
      method: 'POST',
      dispatcher: outbound.dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
      headers: { 'content-type': 'application/cloudevents+json; charset=utf-8', 'user-agent': 'Tinh-Thong', ...signedHeaders(message, secrets) },
      body: message.body,
    });
    await body.dump({ limit: mostAnswerBytes, signal: AbortSignal.timeout(answerMs) }).catch(() => {});
    const retryAfter = headers['retry-after'];
    return { status: statusCode, error: errorOf(statusCode), retryAfterSeconds: secondsOf(typeof retryAfter === 'string' ? retryAfter : undefined, message.at) };
  } catch (error) {
    return failed(reasonOf(error));
  }
}

function errorOf(status: number): Attempted['error'] {
  if (status >= 200 && status < 300) return null;
  if (status === 410) return 'gone';
  return status >= 300 && status < 400 ? 'redirect' : 'refused';
}

function reasonOf(error: unknown): Attempted['error'] {
  if (error instanceof NotPublic) return 'refused-address';
  const { name, code } = error as { readonly name?: string; readonly code?: string };
  return name === 'TimeoutError' || code?.endsWith('_TIMEOUT') === true ? 'timeout' : 'no-connection';
}

function failed(error: Attempted['error']): Attempted {
  return { status: null, error, retryAfterSeconds: null };
}
