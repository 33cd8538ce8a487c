import { afterAll, beforeAll, expect, test } from 'vitest';
import { attempts, type Sent } from '../isolation/attempts.ts';
import { send } from '../isolation/send.ts';
import type { Twin } from '../isolation/twin.ts';
import { type TwinWorld, twinWorld } from '../isolation/two-provinces.ts';
import { asStaff, refused, storingNothing } from './refused.ts';

let twins: TwinWorld;
let hue: Twin;
let dakLak: Twin;

beforeAll(async () => {
  twins = await twinWorld();
  ({ hue, dakLak } = twins);
});
afterAll(() => twins[Symbol.asyncDispose]());

/** A whole request of every route, made of Huế's own values. Style sheets are there on every host: a refusal may be a page. */
const requests = () =>
  Object.entries(attempts).flatMap(([name, [attempt]]) => (name === 'GET /assets/:file' ? [] : [{ name, request: withAnswer(attempt.request(hue, hue)) }]));
/** A refusal of HEAD has no body to read. */
const withAnswer = ({ method, ...request }: Sent): Sent => ({ ...request, ...(method !== undefined && { method: method === 'HEAD' ? 'GET' : method }) });

async function setState(state: 'active' | 'suspended'): Promise<void> {
  const { registry } = twins.world.kernel;
  await registry.pool.query('update registry.provinces set state = $1 where id = $2', [state, 'hue']);
  await registry.changed('hue');
}

test('a host that is none of ours is misdirected, whatever is asked', async () => {
  const hosts = ['la.example', 'hue', 'localhost.', 'hue.localhost.la.example', 'www.hue.localhost', '127.0.0.1', '[::1]', 'hue.localhost.', 'hue-localhost'];
  await storingNothing(twins.world, async () => {
    for (const host of hosts) {
      for (const { name, request: { form, ...request } } of requests()) {
        const site = twins.world.site(host);
        const response = await site.request(request.path, { as: hue.staff, ...request, ...(form && { body: new URLSearchParams(form) }) });
        expect([host, name, (await refused(`${host} ${name}`, response, 421)).code]).toEqual([host, name, 'unknown-host']);
      }
    }
  });
  expect((await twins.world.site('HUE.localhost:8080').request('/api/core/agencies')).status).toBe(200);
});

// What a widget needs to say on a page of others that the province is suspended.
const onOtherWebsites = /^GET \/(api\/embed\/check|embed\/v1\/|embed\/:release\/)/;

test('while a province is suspended every route of it is unavailable, and the other goes on', async () => {
  await twins.world.settled();
  await setState('suspended');
  try {
    for (const { name, request } of requests()) {
      if (onOtherWebsites.test(name)) {
        expect([name, (await send(hue, request)).status]).toEqual([name, 200]);
        continue;
      }
      const { code, headers } = await refused(name, await send(hue, request), 503);
      expect([name, code, Number(headers.get('retry-after')) > 0]).toEqual([name, 'province-suspended', true]);
    }
    for (const path of ['/khong-co', '/api/khong-co']) await refused(path, await hue.site.request(path), 503);
    expect((await asStaff(dakLak, '/api/core/me')).status).toBe(200);
  } finally {
    await setState('active');
  }
  expect((await asStaff(hue, '/api/core/me')).status).toBe(200);
});

test("while a province is suspended its tasks rest, and they are done when it is back", async () => {
  const pending = async () => Number((await hue.site.database(({ pool }) => pool.query<{ n: number }>(`select count(*) as n from core.tasks where job = 'warn-late' and due_at < 'infinity'`))).rows[0]!.n);
  await setState('suspended');
  try {
    await hue.site.database(({ pool }) => pool.query(`insert into core.tasks (plugin, job) values ('field-reports', 'warn-late')`));
    twins.world.kernel.committed(hue.site.now());
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await pending()).toBe(1);
  } finally {
    await setState('active');
  }
  twins.world.kernel.committed(hue.site.now());
  await expect.poll(pending, { timeout: 3_000 }).toBe(0);
});

test('a module that is off is not there, its API and its pages, and the rest of the province is', async () => {
  const turn = (action: string) => asStaff(hue, `/api/core/modules/field-reports/${action}`, { method: 'POST' });
  expect((await turn('disable')).status).toBe(200);
  try {
    const ofModule = requests().filter(({ name }) => /\/(api\/field-reports|phan-anh)/.test(name));
    expect(ofModule.length).toBeGreaterThan(25);
    for (const { name, request } of ofModule) expect([name, (await refused(name, await send(hue, request), 404)).code]).toEqual([name, 'module-off']);
    for (const path of ['/api/field-reports', '/api/field-reports/', '/api/field-reports/khong-co', '/phan-anh/khong-co']) await refused(path, await asStaff(hue, path), 404);
    const { paths } = (await (await hue.site.request('/api/openapi.json')).json()) as { paths: object };
    expect(Object.keys(paths).filter((path) => path.startsWith('/api/field-reports'))).toEqual([]);
    expect(await (await asStaff(hue, '/')).text()).not.toContain('/phan-anh');
    expect((await asStaff(hue, '/api/core/me')).status).toBe(200);
    expect((await asStaff(dakLak, '/api/field-reports/inbox')).status).toBe(200);
  } finally {
    expect((await turn('enable')).status).toBe(200);
  }
  expect((await asStaff(hue, '/api/field-reports/inbox')).status).toBe(200);
});
