import { afterAll, beforeAll, expect, test } from 'vitest';
import { workshop } from '../kit/test-workshop.ts';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { adminApp } from './admin-app.ts';
import { provinceFigures } from './province-figures.ts';

const { plugin, act } = workshop();
let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let admin: ReturnType<typeof adminApp>;

beforeAll(async () => {
  world = await testWorld({ plugins: [plugin] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  admin = adminApp(world.kernel, { role: 'all', dataDir: world.dataDir, ready: async () => ({ ready: false, checks: { disk: 'ok', controlDatabase: 'failed' } }) });
});
afterAll(() => world[Symbol.asyncDispose]());

interface Sample {
  readonly name: string;
  readonly labels: string;
  readonly value: number;
}

async function samples(): Promise<Sample[]> {
  const answer = await admin.request('/metrics');
  expect(answer.status).toBe(200);
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return lines.map((line) => {
    const [, name, labels = '', value] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line)!;
    return { name: name!, labels, value: Number(value) };
  });
}
const valueOf = (all: readonly Sample[], name: string, labels = '') => all.find((one) => one.name === name && one.labels === labels)?.value;

test('requests are counted by module and outcome, and by province, also after the figures were handed to the registry', async () => {
  const count = (all: Sample[], province: string) => valueOf(all, 'tinhthong_province_requests_total', `province="${province}",result="ok"`) ?? 0;
  const before = await samples();
  for (let n = 0; n < 5; n += 1) await hue.request('/api/core/communes');
  await hue.request('/api/workshop/nothing');
  await world.kernel.requestMeter.write();
  await hue.request('/api/core/communes');
  const after = await samples();
  expect(count(after, 'hue') - count(before, 'hue')).toBe(7);
  expect(count(after, 'dak-lak')).toBe(0);
  expect(valueOf(after, 'tinhthong_http_request_duration_seconds_count', 'module="core",status="2xx"')).toBe(6);
  expect(valueOf(after, 'tinhthong_http_request_duration_seconds_count', 'module="workshop",status="4xx"')).toBe(1);
});

test("a province's waiting and dead work, files and pool stand under its own name", async () => {
  act.alone = () => Promise.reject(new Error('hỏng'));
  const task = await hue.database(async ({ pool }) => {
    await pool.query(`insert into core.files (id, plugin, media_type, size) values (gen_random_uuid(), 'workshop', 'image/webp', 5000)`);
    const { rows } = await pool.query<{ id: number }>(`insert into core.tasks (plugin, job, attempts) values ('workshop', 'alone', 2) returning id`);
    return rows[0]!.id;
  });
  world.kernel.committed(hue.now());
  const dead = () => hue.database(({ pool }) => pool.query(`select from core.tasks where id = $1 and due_at = 'infinity'`, [task]));
  await expect.poll(async () => (await dead()).rowCount, { timeout: 8_000 }).toBe(1);

  const figures = await provinceFigures(world.kernel)();
  expect(figures.get('hue')).toMatchObject({ files: { bytes: 5_000 }, tasks: { dead: 1 } });
  expect(figures.get('dak-lak')).toMatchObject({ files: { bytes: 0 }, tasks: { dead: 0 } });
  const all = await samples();
  expect(valueOf(all, 'tinhthong_task_failures_total', 'module="workshop",outcome="dead"')).toBe(1);
  expect(valueOf(all, 'tinhthong_task_batches_total', 'step="done"')).toBeGreaterThan(0);
  expect(valueOf(all, 'tinhthong_pool_connections', 'province="hue",state="wanted"')).toBe(0);
  for (const province of ['hue', 'dak-lak']) expect(valueOf(all, 'tinhthong_province_up', `province="${province}"`)).toBe(1);
});

test('a province whose database is away is down, and the figures of the others are there', async () => {
  const { database } = hue.now();
  await dakLak.database(async () => undefined);
  const admin = world.kernel.registry.pool;
  await admin.query(`alter database ${database} allow_connections false`);
  try {
    await world.kernel.pools.leave(hue.now());
    await expect.poll(async () => (await provinceFigures(world.kernel)()).get('hue'), { timeout: 8_000 }).toBeNull();
    expect((await provinceFigures(world.kernel)()).get('dak-lak')).toMatchObject({ tasks: { dead: 0 } });
  } finally {
    await admin.query(`alter database ${database} allow_connections true`);
  }
});

test('what a check of readiness finds wrong is zero, and a module in trouble is named', async () => {
  await world.kernel.registry.db.updateTable('registry.modules').set({ state: 'failed', reason: 'thử' }).where('province', '=', 'hue').where('plugin', '=', 'workshop').execute();
  await world.kernel.registry.refresh();
  const all = await samples();
  expect(valueOf(all, 'tinhthong_ready', 'check="disk"')).toBe(1);
  expect(valueOf(all, 'tinhthong_ready', 'check="controlDatabase"')).toBe(0);
  expect(all.filter(({ name }) => name === 'tinhthong_modules_in_trouble')).toEqual([{ name: 'tinhthong_modules_in_trouble', labels: 'province="hue",module="workshop",state="failed"', value: 1 }]);
});

test('labels name provinces, modules and outcomes, never a route, an id or a person', async () => {
  await hue.request('/api/core/members/0198c1f0-0000-7000-8000-000000000000');
  const all = await samples();
  const labels = new Set(all.filter(({ name }) => name.startsWith('tinhthong_')).flatMap((one) => [...one.labels.matchAll(/(\w+)=/g)].map(([, label]) => label!)));
  expect([...labels].filter((label) => !['province', 'module', 'status', 'state', 'step', 'outcome', 'cause', 'result', 'check', 'le', 'version', 'role'].includes(label))).toEqual([]);
  expect(JSON.stringify(all)).not.toContain('0198c1f0');
});

test('the public sites know no metrics, and the admin port knows nothing else but the probes', async () => {
  for (const host of ['hue.example', 'localhost', 'platform.localhost', 'ministry.localhost']) expect((await world.site(host).request('/metrics')).status, host).toBeGreaterThanOrEqual(400);
  expect((await admin.request('/livez')).status).toBe(200);
  expect((await admin.request('/readyz')).status).toBe(503);
  const refused = await admin.request('/api/core/communes');
  expect([refused.status, refused.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8']);
});
