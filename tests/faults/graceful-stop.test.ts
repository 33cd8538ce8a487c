import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../support/seeded-random.ts';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { drained, faultsOf } from './check-province.ts';
import { startCitizens } from './citizens.ts';
import { provinces, twoProvinces } from './two-provinces.ts';

const patience = 180_000;
let deployment: Deployment;

beforeAll(async () => {
  deployment = await twoProvinces();
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment?.[Symbol.asyncDispose]());

/** A report that somebody on a poor line has begun to send: `finish` sends the rest and answers the status. */
async function slowRequest(): Promise<{ readonly text: string; finish(): Promise<number> }> {
  const text = `Gửi chậm vì mạng yếu, ${randomUUID()}`;
  const body = JSON.stringify({ category: 'road-damage', lat: 16.4637, lon: 107.5909, description: text });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  promise.catch(() => undefined);
  const sent = request({
    host: '127.0.0.1',
    port: deployment.port,
    path: '/api/field-reports/reports',
    method: 'POST',
    headers: { host: 'hue.localhost', 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
  });
  sent.on('response', (response) => response.on('end', () => resolve(response.statusCode!)).on('error', reject).resume());
  sent.on('error', reject);
  await new Promise<void>((written) => sent.write(body.slice(0, 40), () => written()));
  return {
    text,
    finish() {
      sent.end(body.slice(40));
      return promise;
    },
  };
}

function saysStopping(): Promise<true> {
  return until('/readyz says that the server is stopping', async () => {
    const answer = await deployment.request({ host: 'localhost', path: '/readyz' });
    return answer.status === 503 && answer.text.includes('stopping') ? true : undefined;
  }, 5_000);
}

test('a server told to stop says so at once, answers every request that it accepted, and ends well', { timeout: patience }, async () => {
  const random = seededRandom();
  const server = await deployment.startServer();
  const citizens = startCitizens(deployment, random, 8);
  const slow = await slowRequest();
  await until('reports are acknowledged', () => citizens.sent.filter(({ code }) => code !== undefined).length > 50 || undefined);

  // 1. Told to stop in the middle of it all, it is not ready any more, and goes on answering.
  const told = Date.now();
  server.kill('SIGTERM');
  await saysStopping();
  const acknowledged = () => citizens.sent.filter(({ code }) => code !== undefined).length;
  const before = acknowledged();
  await until('reports are acknowledged while it is stopping', () => acknowledged() > before || undefined, 5_000);
  // 2. Then nobody gets in, but whoever was in is answered.
  await until('new connections are refused', () => citizens.refusals.has('ECONNREFUSED') || undefined);
  await sleep(1_000);
  expect(await slow.finish()).toBe(201);
  await citizens.stop();
  expect(await server.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(30_000);

  // 3. What was not answered was not accepted either: nothing of it is there. The next start does what was left to do.
  const next = await deployment.startServer();
  expect([...citizens.refusals.keys()].filter((refusal) => !refusal.startsWith('ECONN'))).toEqual([]);
  for (const province of provinces) {
    const client = await deployment.connect({ province });
    await drained(client, province);
    const sent = citizens.sent.filter((submission) => submission.province === province);
    const answered = sent.flatMap(({ unknownMove: _, ...rest }) => (rest.code === undefined ? [] : [rest]));
    if (province === 'hue') answered.push({ province, text: slow.text, moved: [] });
    expect(await faultsOf(client, answered)).toEqual([]);
    await client.end();
  }
  next.kill('SIGTERM');
  expect(await next.ended).toBe(0);
});

test('told a second time, a server ends at once, whatever it is doing', { timeout: patience }, async () => {
  const server = await deployment.startServer();
  await slowRequest();
  server.kill('SIGTERM');
  await saysStopping();
  const told = Date.now();
  server.kill('SIGTERM');
  expect(await server.ended).toBe(1);
  expect(Date.now() - told).toBeLessThan(2_000);
});

test('a task that never ends does not keep the server from ending', { timeout: patience }, async () => {
  const client = await deployment.connect({ province: 'hue' });
  await client.query(`insert into core.tasks (plugin, job) values ('ledger', 'hang')`);
  const server = await deployment.startServer();
  await until('the task runs', async () => {
    const { rowCount } = await client.query(`select from core.tasks where job = 'hang' and attempts = 1`);
    return rowCount === 1 ? true : undefined;
  });
  const told = Date.now();
  server.kill('SIGTERM');
  expect(await server.ended).toBe(0);
  expect(Date.now() - told).toBeLessThan(30_000);
  await client.query('delete from core.tasks');
  await client.end();
});
