import type { Context as HonoContext } from 'hono';
import { invalid, Problem } from '../plugin/problem.ts';
import { isStorableText } from '../plugin/schemas.ts';
import { readBytes } from './read-bytes.ts';

export interface JsonBody {
  readonly value: unknown;
  /** As it came, for hashing and passing on. */
  readonly raw: Buffer<ArrayBuffer>;
}

const mostBytes = 256 * 1024;
// Deeper than anything a module takes; without an end, a body of brackets alone would exhaust the stack.
const mostLevels = 64;

/** @throws Problem 413, 415 for what is not sent as JSON, 400 for what is none, 422 for text that cannot be stored */
export async function readJson(c: HonoContext): Promise<JsonBody> {
  if (!/^application\/json\s*(;|$)/i.test(c.req.header('content-type') ?? '')) {
    throw new Problem(415, 'unsupported-media-type', { vi: 'Hãy gửi application/json.', en: 'Please send application/json.' });
  }
  const raw = await readBytes(c, mostBytes);
  const value = parse(raw);
  refuseUnstorable(value, 'body', mostLevels);
  return { value, raw };
}

function parse(raw: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(raw));
  } catch {
    throw new Problem(400, 'malformed-json', { vi: 'Nội dung không phải JSON hợp lệ.', en: 'The body is not valid JSON.' });
  }
}

/** PostgreSQL stores neither NUL nor lone surrogates; no schema has to remember that. */
function refuseUnstorable(value: unknown, path: string, levels: number): void {
  if (levels === 0) throw invalid('body', { vi: 'lồng nhau quá sâu', en: 'is nested too deeply' });
  if (typeof value === 'string') {
    if (!isStorableText(value)) throw invalid(path, { vi: 'có ký tự không lưu được', en: 'holds a character that cannot be stored' });
  } else if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) refuseUnstorable(item, `${path}.${index}`, levels - 1);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      refuseUnstorable(key, path, levels - 1);
      refuseUnstorable(item, `${path}.${key}`, levels - 1);
    }
  }
}
