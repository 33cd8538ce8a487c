import { Readable } from 'node:stream';
import { Hono } from 'hono';
import type { ByteRange } from '../files/file-driver.ts';
import type { Kernel } from '../kernel.ts';
import { notFound } from '../plugin/problem.ts';
import { byteRange } from './byte-range.ts';
import type { Environment } from './environment.ts';

const shown = { 'cache-control': 'private, max-age=3600, immutable', 'content-disposition': 'inline', 'cross-origin-resource-policy': 'cross-origin' };

/**
 * Signed links to stored files. The signature carries province, file, size and age; nothing else opens one. Videos are
 * sent in parts, as players ask for them, and never lie in memory.
 */
export function fileRoutes(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/api/files/:id', async (c) => {
    c.set('operation', 'GET /api/files/{id}');
    const { e = '', s = '', z = 'full' } = c.req.query();
    if (z === 'video') {
      const video = await kernel.files.openVideo(c.get('province'), c.get('database'), c.req.param('id'), { e, s });
      const range = byteRange(c.req.header('range'), video.size);
      if (range === 'unsatisfiable') return new Response(null, { status: 416, headers: { 'content-range': `bytes */${video.size}` } });
      if (c.req.method === 'HEAD') return answerVideo(null, video, range);
      const bytes = await video.bytes(range);
      if (bytes === undefined) throw notFound({ vi: 'tệp', en: 'File' });
      return answerVideo(Readable.toWeb(bytes) as unknown as BodyInit, video, range);
    }
    const { bytes, type } = await kernel.files.openLink(c.get('province'), c.req.param('id'), { e, s, z });
    return new Response(bytes as BodyInit, { headers: { 'content-type': type, ...shown } });
  });
}

function answerVideo(body: BodyInit | null, { type, size }: { readonly type: string; readonly size: number }, range: ByteRange | undefined): Response {
  const { start, end } = range ?? { start: 0, end: size - 1 };
  return new Response(body, {
    status: range === undefined ? 200 : 206,
    headers: { 'content-type': type, 'content-length': String(end - start + 1), 'accept-ranges': 'bytes', ...(range && { 'content-range': `bytes ${start}-${end}/${size}` }), ...shown },
  });
}
