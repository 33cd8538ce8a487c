import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../kit/bare-plugin.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { ok, routeOf } from '../plugin/route.ts';

interface Chatty {
  tables: object;
  settings: object;
  events: { 'word.said': object };
  jobs: { 'hear-word': object; 'hear-words': object };
}

const title = { vi: 'Hay nói' };
const chatty = barePlugin<Chatty>({
  id: 'chatty',
  events: { publishes: { 'word.said': { title, visibleTo: 'public', data: z.object({}) } }, consumes: { 'word.said': ['hear-word', 'hear-words'] } },
  jobs: {
    'hear-word': { title, timeoutSeconds: 5, run: async (ctx) => ctx.log.info('heard alone') },
    'hear-words': { title, timeoutSeconds: 5, runAll: async (ctx) => ctx.log.info('heard together') },
  },
  routes: [
    routeOf<Chatty>()({
      method: 'post',
      path: '/words',
      access: 'public',
      summary: title,
      answers: { 200: { description: 'said' } },
      handle: async (ctx) => {
        ctx.log.info('said', { province: 'elsewhere', module: 'another' });
        await ctx.change(async (trx) => ctx.publish(trx, 'word.said', { subject: 'word', data: {} }));
        return ok({});
      },
    }),
  ],
});

let world: TestWorld;
beforeAll(async () => {
  world = await testWorld({ plugins: [chatty] });
});
afterAll(() => world[Symbol.asyncDispose]());

test("whatever a module logs names its province, the module, and the request or task and event that it is about", async () => {
  for (const id of ['hue', 'dak-lak']) {
    const request = `request-of-${id}`;
    expect((await world.province(id).request('/api/chatty/words', { method: 'POST', headers: { 'x-request-id': request } })).status).toBe(200);
    await world.settled();
    const { rows } = await world.province(id).database(({ pool }) => pool.query<{ id: number }>(`select id from core.events where type = 'word.said'`));
    const event = rows[0]!.id;
    const line = (msg: string) => world.logged.find((one) => one['msg'] === msg && one['province'] === id);
    expect(line('said')).toMatchObject({ province: id, module: 'chatty', request });
    expect(line('request')).toMatchObject({ province: id, module: 'chatty', request });
    for (const heard of ['heard alone', 'heard together']) expect(line(heard)).toMatchObject({ province: id, module: 'chatty', event, task: expect.any(Number) as number });
  }
});
