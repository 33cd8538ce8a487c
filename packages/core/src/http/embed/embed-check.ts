import { Hono } from 'hono';
import { z } from 'zod';
import { embedKeys } from '../../identity/embed-keys.ts';
import type { Kernel } from '../../kernel.ts';
import type { Text } from '../../plugin/text.ts';
import type { Environment } from '../environment.ts';
import { brandColours } from '../pages/brand.ts';
import { invalidInput } from '../to-problem.ts';
import { whyNot } from './why-not.ts';

const query = z.strictObject({ key: z.string().max(100).optional(), origin: z.string().max(300).optional() });
const allowed: Text = { vi: 'Khóa dùng được ở trang này.', en: 'The key works on this website.' };

/**
 * `GET /api/embed/check?key=&origin=`: what a widget asks first, and what tells a webmaster why it stays empty. Open to
 * all, a province that is suspended included; says nothing that a try would not. Without a key, for the province's own pages.
 */
export function embedCheck(kernel: Kernel): Hono<Environment> {
  const keys = embedKeys(kernel.registry.bus);
  return new Hono<Environment>().get('/api/embed/check', async (c) => {
    c.set('operation', 'GET /api/embed/check');
    const asked = query.safeParse(c.req.query());
    if (!asked.success) throw invalidInput(asked.error, 'query');
    const province = c.get('province');
    const { key, origin } = asked.data;
    const reason = province.state !== 'active' ? 'province-suspended' : key === undefined ? null : ((await kernel.pools.use(province, (database) => keys.refusal(province.id, database, key, origin ?? null))) ?? null);
    const { name, hotline, bounds } = province.tenant;
    const modules = kernel.modulesOn(province).map(({ id }) => id);
    return c.json(
      { allowed: reason === null, reason, message: reason === null ? allowed : whyNot[reason], province: { name, hotline, bounds, modules, colours: brandColours(province.tenant) } },
      200,
      { 'cache-control': 'public, max-age=60', 'access-control-allow-origin': '*' },
    );
  });
}
