import { setTimeout as sleep } from 'node:timers/promises';
import type { Sent } from './attempts.ts';
import type { Twin } from './twin.ts';

const momentMs = 300;

/** Sends a request of the table of attempts to a province. */
export async function send(at: Twin, { path, form, as = at.staff, ...init }: Sent): Promise<Response> {
  const response = await at.site.request(path, { ...(as !== '' && { as }), ...init, ...(form && { body: new URLSearchParams(form) }) });
  return response.headers.get('content-type')?.startsWith('text/event-stream') ? firstMoment(response) : response;
}

/** A live stream has no end: what it says at once. */
async function firstMoment(response: Response): Promise<Response> {
  const reader = response.body!.getReader() as ReadableStreamDefaultReader<Uint8Array>;
  const decoder = new TextDecoder();
  let text = '';
  void sleep(momentMs).then(() => reader.cancel());
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return new Response(text, response);
    text += decoder.decode(value, { stream: true });
  }
}
