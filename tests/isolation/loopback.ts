import { type IncomingHttpHeaders, request, type RequestOptions } from 'node:http';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

export interface WireAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** A request over loopback with a Host of our choosing, which `fetch` would not send. A streamed body goes in chunks. */
export function overLoopback(port: number, host: string, path: string, options: RequestOptions = {}, body: Readable | string = ''): Promise<WireAnswer> {
  return new Promise((resolve, reject) => {
    const sent = request({ ...options, host: '127.0.0.1', port, path, headers: { ...options.headers, host } }, (answer) => {
      // A refusal may come while the body is still on its way; what happens to the rest of it is no error.
      sent.off('error', reject).on('error', () => {});
      text(answer).then((content) => resolve({ status: answer.statusCode!, headers: answer.headers, text: content }), reject);
    });
    sent.on('error', reject);
    if (typeof body === 'string') sent.end(body);
    else body.pipe(sent);
  });
}
