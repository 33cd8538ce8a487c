import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

interface Where {
  readonly port: number;
  readonly host: string;
  readonly path: string;
  /** How long the body takes to arrive. */
  readonly seconds: number;
}

const pieces = 10;

/** Posts a form of the host's own page, as a phone with a weak signal does. */
export async function sendSlowly(form: FormData, { port, host, path, seconds }: Where): Promise<{ readonly status: number; readonly text: string }> {
  const encoded = new Response(form);
  const body = Buffer.from(await encoded.arrayBuffer());
  const headers = { host: `${host}:${port}`, origin: `http://${host}:${port}`, 'content-type': encoded.headers.get('content-type')!, 'content-length': body.length };
  const sent = request({ host: '127.0.0.1', port, path, method: 'POST', headers });
  const answered = once(sent, 'response') as Promise<[IncomingMessage]>;
  for (let i = 0; i < pieces; i += 1) {
    sent.write(body.subarray(Math.floor((body.length * i) / pieces), Math.floor((body.length * (i + 1)) / pieces)));
    await sleep((seconds * 1_000) / pieces);
  }
  sent.end();
  const [answer] = await answered;
  return { status: answer.statusCode!, text: await text(answer) };
}
