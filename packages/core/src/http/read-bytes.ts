import type { Context as HonoContext } from 'hono';
import { Problem } from '../plugin/problem.ts';
import { ofStatus } from './to-problem.ts';

// As much as the headers of a request may be: it costs a node no more than its connection does, and is taken in when
// large bodies have used up the room for them.
const smallBytes = 16 * 1024;

/**
 * The body of a request, whole.
 *
 * @throws Problem 413 beyond `most` bytes, 400 where the sender went away before its end, 429 or 503 while too much of others is held
 */
export async function readBytes(c: HonoContext, most: number): Promise<Buffer<ArrayBuffer>> {
  const claimed = Number(c.req.header('content-length') ?? NaN);
  if (claimed > most) throw ofStatus(413);
  try {
    // Node ends a body at the length it claims, so this one need not be counted; it is the fast way through the server.
    return claimed <= smallBytes ? Buffer.from(await c.req.arrayBuffer()) : await counted(c, most);
  } catch (error) {
    throw error instanceof Problem ? error : ofStatus(400);
  }
}

/** Cut off where it passes the limit; held piece by piece, as it comes in: who only claims a length keeps nobody out. */
async function counted(c: HonoContext, most: number): Promise<Buffer<ArrayBuffer>> {
  const hold = c.get('holdBytes');
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of c.req.raw.body ?? []) {
    size += part.length;
    if (size > most) throw ofStatus(413);
    hold(part.length);
    parts.push(part);
  }
  return Buffer.concat(parts);
}
