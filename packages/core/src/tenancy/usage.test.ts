import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteOne, workshop } from '../kit/test-workshop.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { createFileStore } from '../files/file-store.ts';
import { diskDriver } from '../files/disk-driver.ts';
import { setQuota } from './set-quota.ts';
import { type Usage, usageOf } from './usage.ts';

const { plugin, act } = workshop();
let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let operator: string;

beforeAll(async () => {
  act.alone = (ctx) => noteOne(ctx, 'done');
  // Limits as in production: one request counts as one.
  world = await testWorld({ plugins: [plugin], limitFactor: 1 });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  operator = await world.national('platform').signIn({ name: 'van-hanh' });
  // What a new province does in the background is counted as well.
  await world.settled();
});
afterAll(() => world[Symbol.asyncDispose]());

const usage = async (id: string) => {
  await world.kernel.requestMeter.write();
  const answer = await world.national('platform').request(`/api/provinces/${id}/usage`, { as: operator });
  return (await answer.json()) as Usage;
};
const quota = (change: Parameters<typeof setQuota>[2]) => setQuota(world.kernel.registry, hue.now(), change, 'test');

test('an operator sees what a province uses and how it fares, and a neighbour is not counted with it', async () => {
  for (let n = 0; n < 20; n += 1) await hue.request('/api/core/communes');
  await hue.request('/api/core/nothing');
  await hue.database(({ pool }) =>
    pool.query(`insert into core.files (id, plugin, media_type, size) values (gen_random_uuid(), 'workshop', 'image/webp', 5000);
      insert into core.tasks (plugin, job, due_at, error) values ('gone', 'nobody', 'infinity', 'x'), ('gone', 'nobody', now() - interval '90 seconds', null)`),
  );
  expect(await usage('hue')).toMatchObject({
    province: 'hue',
    database: { files: { count: 1, bytes: 5_000 }, tasks: { waiting: 1, dead: 1 }, bytes: expect.any(Number) as number },
    requests: { count: 21, errors: 0, p99Ms: expect.any(Number) as number },
    quota: { connections: 40, jobs: 2, requestsAMinute: null },
  });
  const { database } = await usage('hue');
  expect(database!.tasks.oldestWaitingSeconds).toBeGreaterThanOrEqual(90);
  expect(database!.bytes).toBeGreaterThan(1_000_000);
  expect(await usage('dak-lak')).toMatchObject({ requests: { count: 0, p50Ms: null }, database: { files: { count: 0 }, tasks: { waiting: 0, oldestWaitingSeconds: null, dead: 0 } } });
});

test('figures are for members of the platform alone', async () => {
  const path = '/api/provinces/hue/usage';
  const viewer = await world.national('ministry').signIn({ name: 'chuyen-vien' });
  expect((await world.national('platform').request(path)).status).toBe(401);
  expect((await world.national('ministry').request(path, { as: viewer })).status).toBe(404);
  expect((await world.national('platform').request('/api/provinces/ca-mau/usage', { as: operator })).status).toBe(404);
});

test('a province beyond its requests a minute is told so, its neighbour serves on, and a higher quota counts at once', async () => {
  await quota({ requestsAMinute: 3 });
  const statuses = [];
  for (let n = 0; n < 5; n += 1) statuses.push((await hue.request('/api/core/communes')).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
  const refused = await hue.request('/api/core/communes');
  expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await refused.json()).toMatchObject({ code: 'province-over-quota', status: 429 });
  expect((await dakLak.request('/api/core/communes')).status).toBe(200);
  await quota({ requestsAMinute: null });
  expect((await hue.request('/api/core/communes')).status).toBe(200);
});

test('a province has no more connections than its quota, whoever asks PostgreSQL for them', async () => {
  await quota({ connections: 3 });
  const { rows } = await hue.database(({ pool }) => pool.query<{ limit: number }>('select rolconnlimit as limit from pg_roles where rolname = current_user'));
  expect(rows).toEqual([{ limit: 3 }]);
  await Promise.all(Array.from({ length: 20 }, () => hue.request('/api/core/communes')));
  const { database } = await usageOf(world.kernel, hue.now());
  expect(database!.connections).toBeLessThanOrEqual(3);
  await quota({ connections: null });
});

test('pictures beyond the storage quota are refused, in that province alone', async () => {
  await quota({ storageBytes: 6_000 });
  const files = createFileStore({ driver: diskDriver(world.dataDir), now: () => new Date(), arrivals: 'unused' });
  const picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#080' } }).png().toBuffer();
  const put = (at: TestProvince) => at.database((database) => files.forModule(at.now(), 'workshop', database).putPicture(picture));
  await put(hue);
  await expect(Promise.all(Array.from({ length: 40 }, () => put(hue)))).rejects.toMatchObject({ status: 507, code: 'storage-full' });
  await expect(put(dakLak)).resolves.toMatchObject({ width: 80 });
  await quota({ storageBytes: null });
  await expect(put(hue)).resolves.toMatchObject({ width: 80 });
});

test('who changed a quota is on record', async () => {
  const acts = await world.kernel.registry.db.selectFrom('registry.acts').select(['type', 'actor', 'province', 'data']).where('type', '=', 'province.quota-changed').orderBy('id').limit(1).execute();
  expect(acts).toEqual([{ type: 'province.quota-changed', actor: 'test', province: 'hue', data: { requestsAMinute: 3 } }]);
});
