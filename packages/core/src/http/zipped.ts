import { gzipSync } from 'node:zlib';
import type { Context as HonoContext } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';

/** Text as the caller's browser takes it best. Only for what holds no secret: the size of a zipped text tells of what stands in it. */
export function zipped(c: HonoContext, text: string, status: number, headers: Readonly<Record<string, string>>): Response {
  if (c.req.header('accept-encoding')?.includes('gzip') !== true) return c.body(text, status as ContentfulStatusCode, { ...headers, vary: withEncoding(headers['vary']) });
  return c.body(new Uint8Array(gzipSync(text)), status as ContentfulStatusCode, { ...headers, vary: withEncoding(headers['vary']), 'content-encoding': 'gzip' });
}

const withEncoding = (vary: string | undefined) => (vary === undefined ? 'accept-encoding' : `${vary}, accept-encoding`);
