import { type MountEnvironment, ok, readForm, routeOf } from '@tinhthong/core';
import { Hono } from 'hono';
import { barePlugin } from '../../../packages/core/src/kit/bare-plugin.ts';

const { promise: never } = Promise.withResolvers<never>();
const photos = new Hono<MountEnvironment>()
  .get('/', () => never)
  .post('/', async (c) => c.text(String((await readForm(c)).files('photo')[0]?.length)));

export const quiet = barePlugin({
  id: 'quiet',
  mounts: { '/gui-anh': photos },
  routes: [
    routeOf()({
      method: 'get',
      path: '/time',
      access: 'public',
      summary: { vi: 'Giờ' },
      answers: { 200: { description: 'now' } },
      handle: async (ctx) => ok({ now: ctx.now() }),
    }),
  ],
});
