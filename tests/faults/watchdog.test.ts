import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import { type Deployment, type ServerProcess, startDeployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { sendSlowly } from './send-slowly.ts';

const patience = 180_000;
const provinces = ['hue', 'dak-lak'];
const stuckSeconds = 2;
let deployment: Deployment;
let server: ServerProcess | undefined;

beforeAll(async () => {
  deployment = await startDeployment(new URL('./watchdog/', import.meta.url), { env: { WATCH_STUCK_SECONDS: String(stuckSeconds) } });
  for (const province of provinces) {
    await deployment.tinhthong('tenant', 'create', province);
    for (const module of ['loops', 'quiet']) await deployment.tinhthong('module', 'enable', province, module);
  }
}, patience);
afterEach(async () => {
  server?.kill('SIGTERM');
  expect(await server?.ended).toBe(0);
});
showLogOnFailure(() => deployment);
afterAll(() => deployment[Symbol.asyncDispose]());

async function status(province: string, path: string, method = 'GET'): Promise<number | undefined> {
  return (await deployment.request({ host: `${province}.localhost`, path, method }).catch(() => undefined))?.status;
}

const comesBack = (province: string, path: string) => until(`${province} answers again`, async () => ((await status(province, path)) === 200 ? true : undefined));

async function states(): Promise<Record<string, string>> {
  const control = await deployment.connect({ database: 'tinhthong' });
  const { rows } = await control.query<{ module: string; state: string }>(`select province || ' ' || plugin as module, state from registry.modules order by 1`);
  await control.end();
  return Object.fromEntries(rows.map(({ module, state }) => [module, state]));
}

async function query<Row extends object>(province: string, text: string): Promise<Row[]> {
  const client = await deployment.connect({ province });
  const { rows } = await client.query<Row>(text);
  await client.end();
  return rows;
}

test('an endless loop costs a restart of seconds; only that module is suspended, only in that province', { timeout: patience }, async () => {
  server = await deployment.startServer({ supervised: true });
  expect([await status('hue', '/api/loops/fine'), await status('dak-lak', '/api/loops/fine')]).toEqual([200, 200]);

  // 1. The loop begins while others, of the same module and of its neighbour, are being served.
  const endless = status('hue', '/api/loops/endless');
  const others = Promise.all(Array.from({ length: 20 }, (_, i) => status(provinces[i % 2]!, i % 3 === 0 ? '/api/quiet/time' : '/api/loops/fine')));
  const began = performance.now();
  expect(await endless).toBeUndefined();
  await others;

  // 2. Its neighbours are back within seconds: the time it takes to notice, and a start.
  await comesBack('dak-lak', '/api/loops/fine');
  await comesBack('hue', '/api/quiet/time');
  const seconds = (performance.now() - began) / 1_000;
  console.log(`back after ${seconds.toFixed(1)} s`);
  expect(seconds).toBeLessThan(30);

  // 3. It is off where it looped, and nowhere else; the province's log and the platform's acts say so.
  expect(await status('hue', '/api/loops/fine')).toBe(404);
  expect(await states()).toEqual({ 'dak-lak loops': 'on', 'dak-lak quiet': 'on', 'hue loops': 'suspended', 'hue quiet': 'on' });
  const data = { module: 'loops', version: '1.0.0', cause: 'stuck', operation: 'GET /api/loops/endless' };
  expect(await query('hue', `select data from core.events where type = 'module.suspended'`)).toEqual([{ data }]);
  expect(await query('dak-lak', `select data from core.events where type = 'module.suspended'`)).toEqual([]);

  // 4. Switched on again at the command line, it serves again.
  await deployment.tinhthong('module', 'enable', 'hue', 'loops');
  await comesBack('hue', '/api/loops/fine');
});

test('a job that loops without end is suspended the same way, and its task waits with its attempt counted', { timeout: patience }, async () => {
  server = await deployment.startServer({ supervised: true });
  expect(await status('dak-lak', '/api/loops/spin', 'POST')).toBe(200);
  await until('the module is suspended', async () => ((await states())['dak-lak loops'] === 'suspended' ? true : undefined));
  await comesBack('hue', '/api/loops/fine');
  expect(await states()).toMatchObject({ 'hue loops': 'on', 'dak-lak quiet': 'on' });
  expect(await query('dak-lak', `select data->>'operation' as operation from core.events where type = 'module.suspended'`)).toEqual([{ operation: 'job spin' }]);
  expect(await query('dak-lak', `select attempts from core.tasks where plugin = 'loops'`)).toEqual([{ attempts: 1 }]);
});

test('a batch that takes the process down each time: the task to blame is found and dead after its attempts, the others are done', { timeout: patience }, async () => {
  server = await deployment.startServer({ supervised: true });
  expect(await status('hue', '/api/loops/die', 'POST')).toBe(200);
  await until('one is dead and the others are done', async () => {
    const tasks = await query<{ dead: boolean }>('hue', `select due_at = 'infinity' as dead from core.tasks where plugin = 'loops'`).catch(() => []);
    return tasks.length === 1 && tasks[0]!.dead ? true : undefined;
  }, 120_000);
  expect(await query('hue', `select attempts, error from core.tasks where plugin = 'loops'`)).toEqual([{ attempts: 3, error: 'The process ended during the last attempt' }]);
  expect(await query('hue', 'select count(*)::int as done, count(distinct what)::int as each from loops.done')).toEqual([{ done: 3, each: 3 }]);
});

test('a page that waits for a photo over a slow line is not cut off, and its module is not blamed', { timeout: patience }, async () => {
  server = await deployment.startServer({ supervised: true, env: { HANDLER_TIMEOUT_SECONDS: '1' } });
  const form = new FormData();
  form.set('photo', new Blob([Buffer.alloc(60_000, 'x')], { type: 'image/jpeg' }), 'anh.jpg');
  expect(await sendSlowly(form, { port: deployment.port, host: 'hue.localhost', path: '/gui-anh', seconds: 3 })).toEqual({ status: 200, text: '60000' });
  // As for one that only waits.
  expect(await status('hue', '/gui-anh')).toBe(503);
});

test('in safe mode an operator gets at a deployment whose modules misbehave, and switches one off', { timeout: patience }, async () => {
  const key = 'ttk_watchdog_0123456789';
  const client = await deployment.connect({ province: 'hue' });
  await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', ['watchdog', createHash('sha256').update(key).digest(), ['module:manage']]);
  await client.end();
  server = await deployment.startServer({ supervised: true, flags: ['--safe-mode'] });
  const ask = (path: string, method = 'GET') => deployment.request({ host: 'hue.localhost', path, method, headers: { authorization: `Bearer ${key}` } });
  expect([await status('hue', '/api/loops/fine'), await status('hue', '/dang-nhap'), await status('platform', '/')]).toEqual([404, 200, 200]);
  const modules = (await ask('/api/core/modules')).json<{ items: { id: string; state: string; reason: string }[] }>().items;
  expect(modules.filter(({ id }) => id === 'loops')).toEqual([expect.objectContaining({ state: 'unavailable', reason: expect.stringContaining('safe mode') })]);
  expect((await ask('/api/core/modules/loops/enable', 'POST')).status).toBe(409);
  expect((await ask('/api/core/modules/loops/disable', 'POST')).status).toBe(200);
  expect((await states())['hue loops']).toBe('off');
});

test('a plugin that cannot be imported, or whose import never ends, is left out by name; the server starts without it', { timeout: patience }, async () => {
  server = await deployment.startServer({ supervised: true, env: { WITH_ENDLESS_IMPORT: '1' } });
  await comesBack('hue', '/api/quiet/time');
  const said = (line: RegExp) => until(`the log says ${line}`, async () => (line.test(await deployment.log()) ? true : undefined));
  await said(/"module":"broken","msg":"plugin is unavailable: [^"]*no licence on this machine/);
  await said(/"module":"\.\/endless\.ts","operation":"import","msg":"a module blocks the event loop/);
  await said(/"module":"endless","msg":"plugin is unavailable: [^"]*the last import blocked the whole process/);
});

test('a server that cannot start at all ends with its reason, instead of being started again for ever', { timeout: patience }, async () => {
  expect(await deployment.attempt(['start'], { WATCH_FAULTS: 'many' })).toMatchObject({ code: 1, text: expect.stringContaining('WATCH_FAULTS must be a whole number') });
});

test('a server whose supervisor was killed ends as well: nobody could stop it, and the next one needs its port', { timeout: patience }, async () => {
  const orphaned = await deployment.startServer({ supervised: true });
  orphaned.kill('SIGKILL');
  await orphaned.ended;
  await until('the port is free', async () => ((await status('hue', '/api/quiet/time')) === undefined ? true : undefined));
  server = await deployment.startServer({ supervised: true });
  expect(await status('hue', '/api/quiet/time')).toBe(200);
});
