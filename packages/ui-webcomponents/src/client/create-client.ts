import createOpenApiClient, { type Client, createQuerySerializer, type Middleware } from 'openapi-fetch';
import { newKey } from '../base/new-key.ts';
import type { Problem } from './core-api.gen.ts';

export interface ClientOptions {
  /** Origin of the province, for example `https://hue.example`. Default: the page's own. */
  readonly baseUrl?: string;
  /** Language of problems' titles. Default: the browser's. */
  readonly language?: 'vi' | 'en';
  /** On a page of another website: the key that the province made for it, sent in the address of every request. */
  readonly embedKey?: string | undefined;
  /** Sent with every request, for example `{ authorization: 'Bearer ttk_…' }`. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly fetch?: (request: Request) => Promise<Response>;
}

const pausesMs = [300, 1_500];
const inAddress = createQuerySerializer();
const passing = new Set([502, 503, 504]);
const problemType = 'application/problem+json';

/**
 * A typed client of a module's HTTP API. A call never throws for what the server or the network does: it answers
 * `{ data }` or `{ error }`, and `error` is always a problem whose `code` tells what to do. Every write carries an
 * `Idempotency-Key`, so what the network lost is sent again without being done twice; give a key of your own to
 * repeat a write later (`params: { header: { 'Idempotency-Key': key } }`).
 *
 * @example
 * import type { paths } from '../api.gen.ts';
 * const client = createClient<paths>({ baseUrl: 'https://hue.example' });
 * const { data, error } = await client.GET('/api/field-reports/reports', { params: { query: { limit: 10 } } });
 */
export function createClient<Paths extends {}>(options: ClientOptions = {}): Client<Paths> {
  const { baseUrl = '', language, embedKey, headers = {}, fetch = globalThis.fetch } = options;
  const client = createOpenApiClient<Paths>({
    baseUrl,
    headers: { ...headers, ...(language && { 'accept-language': language }) },
    fetch: (request) => persistently(fetch, request),
    bodySerializer,
    ...(embedKey !== undefined && { querySerializer: (query: object) => inAddress({ ...query, key: embedKey }) }),
  });
  client.use(conventions(language ?? 'vi'));
  return client;
}

function conventions(language: 'vi' | 'en'): Middleware {
  const problem = (status: number, code: string, messages: Problem['messages']): Response => {
    // No trace: it happened on the way, and no server has heard of it.
    const body: Problem = { type: `/problems/${code}`, status, code, title: messages[language], messages, traceId: '' };
    return Response.json(body, { status, headers: { 'content-type': problemType } });
  };
  return {
    onRequest({ request }) {
      if (request.method !== 'GET' && !request.headers.has('idempotency-key')) request.headers.set('idempotency-key', newKey());
    },
    onResponse({ response: { ok, status, headers } }) {
      if (ok || status === 304 || headers.get('content-type')?.startsWith(problemType)) return undefined;
      return problem(status, 'unexpected-answer', {
        vi: 'Hệ thống trả lời không như mong đợi, xin thử lại sau.',
        en: 'The server gave an unexpected answer, please try again later.',
      });
    },
    onError({ error, request }) {
      if (request.signal.aborted) return error as Error;
      return problem(503, 'unreachable', {
        vi: 'Không kết nối được tới hệ thống. Hãy kiểm tra mạng rồi thử lại.',
        en: 'The server cannot be reached. Check the network and try again.',
      });
    },
  };
}

/** Sends again what the network or a restarting server lost. */
async function persistently(fetch: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  for (const pause of pausesMs) {
    const response = await fetch(request.clone()).catch(() => undefined);
    if (response !== undefined && !passing.has(response.status)) return response;
    request.signal.throwIfAborted();
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  return fetch(request);
}

/** Files travel as a form, whose boundary the browser writes. */
function bodySerializer(body: unknown): BodyInit {
  const file = body instanceof Blob ? body : (body as { file?: unknown }).file;
  if (!(file instanceof Blob)) return JSON.stringify(body);
  const form = new FormData();
  form.append('file', file);
  return form;
}
