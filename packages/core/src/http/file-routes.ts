import { Hono } from 'hono';
import type { Kernel } from '../kernel.ts';
import type { Environment } from './environment.ts';

/** Signed links to stored files. The signature carries province, file, size and age; nothing else opens one. */
export function fileRoutes(kernel: Kernel): Hono<Environment> {
  return new Hono<Environment>().get('/api/files/:id', async (c) => {
    c.set('operation', 'GET /api/files/{id}');
    const { e = '', s = '', z = 'full' } = c.req.query();
    const { bytes, type } = await kernel.files.openLink(c.get('province'), c.req.param('id'), { e, s, z });
    return new Response(bytes as BodyInit, {
      headers: {
        'content-type': type,
        'cache-control': 'private, max-age=3600, immutable',
        'content-disposition': 'inline',
        'cross-origin-resource-policy': 'cross-origin',
      },
    });
  });
}
