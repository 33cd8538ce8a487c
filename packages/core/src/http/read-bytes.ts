import type { Context as HonoContext } from 'hono';
import { ofStatus } from './to-problem.ts';

/**
 * The body of a request, whole.
 *
 * @throws Problem 413 beyond `most` bytes
 */
export async function readBytes(c: HonoContext, most: number): Promise<Buffer<ArrayBuffer>> {
  const claimed = c.req.header('content-length');
  if (claimed === undefined) return counted(c, most);
  if (Number(claimed) > most) throw ofStatus(413);
  // Node ends a body at the length it claims, so this one need not be counted; it is the fast way through the server.
  return Buffer.from(await c.req.arrayBuffer());
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
