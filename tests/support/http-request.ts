import { type Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface HttpAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  json<T>(): T;
}

export interface HttpRequest {
  readonly port: number;
  /** The virtual host, for example `hue.localhost`; Node's fetch would drop it. */
  readonly host: string;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as application/json. */
  readonly json?: unknown;
  /** Sent as it is, with the content type of the headers. */
  readonly bytes?: Uint8Array;
  /** Default: a connection of its own. */
  readonly agent?: Agent;
  readonly timeoutMs?: number;
}

/** A request to a server on 127.0.0.1. Rejects where the connection ends before the whole answer has come. */
export function httpRequest({ port, host, path, json, bytes, agent, timeoutMs = 30_000, ...init }: HttpRequest): Promise<HttpAnswer> {
  const body = json === undefined ? bytes : JSON.stringify(json);
  const { promise, resolve, reject } = Promise.withResolvers<HttpAnswer>();
  const sent = request({
    host: '127.0.0.1',
    port,
    path,
    method: init.method ?? (body === undefined ? 'GET' : 'POST'),
    agent: agent ?? false,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      host: `${host}:${port}`,
      ...(json !== undefined && { 'content-type': 'application/json' }),
      ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }),
      ...init.headers,
    },
  });
  sent.on('error', reject);
  sent.on('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      resolve({ status: response.statusCode!, headers: response.headers, text, json: <T>() => JSON.parse(text) as T });
    });
  });
  sent.end(body);
  return promise;
}
