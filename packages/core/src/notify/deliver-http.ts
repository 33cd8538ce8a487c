import { createHmac } from 'node:crypto';
import { request } from 'undici';
import type { ChannelSecrets } from './channels.ts';
import { type HttpDriver, phoneFor, requestOf, type Values } from './http-driver.ts';
import { withoutAddresses } from './mask.ts';
import type { Outcome, Outgoing, Place } from './outgoing.ts';
import { fill } from './placeholders.ts';
import { textAt } from './receipt-reading.ts';

const timeoutMs = 15_000;
const mostAnswerBytes = 64 * 1024;

/** To a phone number, through a gateway as its driver describes it. */
export async function deliverHttp({ kernel: { outbound, now } }: Pick<Place, 'kernel'>, driver: HttpDriver, secrets: ChannelSecrets, out: Outgoing, phone: string): Promise<Outcome> {
  if (driver.templates !== undefined && !Object.hasOwn(driver.templates, out.kind)) return { sent: false, reason: 'no-template', next: 'never' };
  const { id, kind, data } = out;
  const link = out.link ?? '';
  const values: Values = { id, kind, data, link, phone: phoneFor(driver.phone, phone), text: [out.text, link].filter(Boolean).join(' '), time: now().getTime(), secrets };
  const { url, headers, body } = requestOf(driver, values);
  if (outbound.refusal(new URL(url), { https: true }) !== undefined) return { sent: false, reason: 'refused-address', next: 'never' };
  try {
    const answer = await request(url, {
      method: driver.method,
      headers: { ...(driver.method !== 'GET' && { 'content-type': `${driver.type}; charset=utf-8` }), ...headers, ...signed(driver, values, body) },
      ...(driver.method !== 'GET' && { body }),
      dispatcher: outbound.dispatcher,
      signal: AbortSignal.timeout(timeoutMs),
    });
    return outcomeOf(driver, answer.statusCode, await start(answer.body));
  } catch (error) {
    return { sent: false, reason: (error as { code?: string }).code ?? 'no-connection', next: 'again' };
  }
}

function signed({ signature }: HttpDriver, { id, time, secrets }: Values, body: string): Record<string, string> {
  if (signature === undefined) return {};
  const valueOf = (name: string) => (name === 'body' ? body : name === 'id' ? id : name === 'time' ? time : (secrets[name.slice(7)] ?? ''));
  const code = createHmac(signature.algorithm, secrets[signature.secret] ?? '').update(fill(signature.of, valueOf)).digest(signature.encoding);
  return { [signature.header]: signature.prefix + code };
}

/** As much of an answer as is read; what is no JSON then says nothing. */
async function start(body: AsyncIterable<Buffer>): Promise<unknown> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of body) {
    parts.push(part);
    if ((size += part.length) > mostAnswerBytes) break;
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString());
  } catch {
    return undefined;
  }
}

function outcomeOf({ answer }: HttpDriver, status: number, said: unknown): Outcome {
  const error = answer.error && textAt(said, answer.error);
  const ok = status >= 200 && status < 300 && (answer.ok === undefined || answer.ok.is.includes(textAt(said, answer.ok.path) ?? ''));
  if (ok) return { sent: true, providerId: answer.id && textAt(said, answer.id)?.slice(0, 200) };
  const again = status === 429 || status >= 500 || (error !== undefined && answer.retry.includes(error));
  return { sent: false, reason: withoutAddresses(`http-${status}${error === undefined ? '' : ` ${error}`}`), next: again ? 'again' : 'never' };
}
