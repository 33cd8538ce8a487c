import { createHash } from 'node:crypto';
import type { Context as HonoContext } from 'hono';
import type { z } from 'zod';
import { type IdempotencyClaim } from '../events/idempotency.ts';
import type { Actor } from '../plugin/context.ts';
import type { Route } from '../plugin/route.ts';
import { invalid, Problem } from '../plugin/problem.ts';
import { isStorableText } from '../plugin/schemas.ts';
import type { Environment } from './environment.ts';
import { invalidInput, ofStatus } from './to-problem.ts';

type Request = HonoContext<Environment>;

export const mostJsonBytes = 256 * 1024;
export const mostUploadBytes = 12 * 1024 * 1024;

export interface Input {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly upload: Uint8Array | undefined;
  /** The body as it came, for the idempotency hash. */
  readonly raw: string | Uint8Array;
}

/** Reads and checks everything a route takes. Unknown fields are errors wherever the schema is strict. */
export async function readInput(c: Request, route: Route): Promise<Input> {
  if (c.req.url.includes('%00')) throw ofStatus(400);
  const params = route.params === undefined ? {} : check(route.params, c.req.param(), 'params');
  const query = route.query === undefined ? noQuery(c) : check(route.query, singleValues(c), 'query');
  if (route.upload) {
    const upload = await readUpload(c);
    return { params, query, body: {}, upload, raw: upload };
  }
  if (route.body === undefined) return { params, query, body: {}, upload: undefined, raw: '' };
  const raw = await readJsonText(c);
  return { params, query, body: check(route.body, parseJson(raw), 'body'), upload: undefined, raw };
}

/** Same key, caller, operation and body: a repeat. Same key and another body: a mistake that is refused. */
export function idempotencyOf(c: Request, operation: string, actor: Actor, raw: string | Uint8Array): IdempotencyClaim | undefined {
  const key = c.req.header('idempotency-key');
  if (key === undefined) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw invalid('header.idempotency-key', { vi: '1–200 ký tự ASCII, không có khoảng trắng', en: '1–200 ASCII characters without spaces' });
  }
  return {
    key,
    operation,
    principal: actor.id ?? actor.kind,
    bodyHash: createHash('sha256').update(c.req.path).update('\0').update(raw).digest(),
  };
}

function check(schema: z.ZodType, value: unknown, part: 'params' | 'query' | 'body'): unknown {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidInput(parsed.error, part);
  return parsed.data;
}

function noQuery(c: Request): Record<string, never> {
  const [first] = Object.keys(c.req.query());
  if (first !== undefined) throw unknownParameter(first);
  return {};
}

function singleValues(c: Request): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [name, given] of Object.entries(c.req.queries())) {
    if (given.length > 1) throw invalid(`query.${name}`, { vi: 'chỉ được có một giá trị', en: 'takes one value only' });
    values[name] = given[0] ?? '';
  }
  return values;
}

function unknownParameter(name: string): Problem {
  return invalid(`query.${name}`, { vi: 'tham số không được biết', en: 'unknown parameter' });
}

async function readJsonText(c: Request): Promise<string> {
  const type = c.req.header('content-type') ?? '';
  if (!/^application\/json\b/i.test(type)) {
    throw new Problem(415, 'unsupported-media-type', { vi: 'Hãy gửi application/json.', en: 'Please send application/json.' });
  }
  limitLength(c, mostJsonBytes);
  const text = await c.req.text();
  if (text.length > mostJsonBytes) throw ofStatus(413);
  return text;
}

function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Problem(400, 'malformed-json', { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' });
  }
  refuseUnstorable(value, 'body');
  return value;
}

/** PostgreSQL stores neither NUL nor lone surrogates; no schema has to remember that. */
function refuseUnstorable(value: unknown, path: string): void {
  if (typeof value === 'string') {
    if (!isStorableText(value)) throw invalid(path, { vi: 'có ký tự không lưu được', en: 'holds a character that cannot be stored' });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseUnstorable(item, `${path}.${index}`);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refuseUnstorable(key, path);
      refuseUnstorable(item, `${path}.${key}`);
    }
  }
}

/** A picture as the body itself, or as the `file` part of a form. */
async function readUpload(c: Request): Promise<Uint8Array> {
  limitLength(c, mostUploadBytes);
  if (!/^multipart\/form-data\b/i.test(c.req.header('content-type') ?? '')) return new Uint8Array(await limited(c));
  const { file } = await c.req.parseBody();
  if (!(file instanceof File)) throw invalid('body.file', { vi: 'thiếu tệp', en: 'the file is missing' });
  return new Uint8Array(await file.arrayBuffer());
}

async function limited(c: Request): Promise<ArrayBuffer> {
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > mostUploadBytes) throw ofStatus(413);
  return bytes;
}

function limitLength(c: Request, most: number): void {
  const length = Number(c.req.header('content-length') ?? 0);
  if (length > most) throw ofStatus(413);
}
