import type { Context as HonoContext } from 'hono';
import { Problem } from '../plugin/problem.ts';
import { ofStatus } from './to-problem.ts';

/**
 * The body of a request, whole.
 *
 * @throws Problem 413 beyond `most` bytes, 400 where the sender went away before its end
 */
export async function readBytes(c: HonoContext, most: number): Promise<Buffer<ArrayBuffer>> {
  const claimed = c.req.header('content-length');
  if (Number(claimed ?? 0) > most) throw ofStatus(413);
  try {
    // Node ends a body at the length it claims, so this one need not be counted; it is the fast way through the server.
    return claimed === undefined ? await counted(c, most) : Buffer.from(await c.req.arrayBuffer());
  } catch (error) {
    throw error instanceof Problem ? error : ofStatus(400);
  }
}

/** A body sent in chunks says no length: it is cut off where it passes the limit. */
async function counted(c: HonoContext, most: number): Promise<Buffer<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of c.req.raw.body ?? []) {
    size += part.length;
    if (size > most) throw ofStatus(413);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
