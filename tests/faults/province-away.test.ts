import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { until } from '../support/until.ts';
import { apiKey, provinces, twoProvinces } from './two-provinces.ts';

const patience = 180_000;
const place = { hue: { lat: 16.4637, lon: 107.5909 }, 'dak-lak': { lat: 12.6667, lon: 108.0383 } };
let deployment: Deployment;

beforeAll(async () => {
  deployment = await twoProvinces();
  await deployment.startServer();
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment?.[Symbol.asyncDispose]());

/** Whether PostgreSQL lets anybody into Huế's database, those who are in included. */
async function huesDatabase(open: boolean): Promise<void> {
  const client = await deployment.connect({ province: 'dak-lak' });
  const { rows } = await client.query<{ datname: string }>(`select datname from pg_database where datname like '%hue%'`);
  expect(rows).toHaveLength(1);
  await client.query(`alter database "${rows[0]!.datname}" allow_connections ${open}`);
  if (!open) await client.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [rows[0]!.datname]);
  await client.end();
}

const submit = (province: (typeof provinces)[number]) =>
  deployment.request({
    host: `${province}.localhost`,
    path: '/api/field-reports/reports',
    method: 'POST',
    json: { category: 'road-damage', description: `Ổ gà lớn trước cổng trường, ${randomUUID()}.`, ...place[province] },
  });

test('a province whose database is away answers 503 with the time to wait and comes back by itself; the other serves all the while', { timeout: patience }, async () => {
  for (const province of provinces) expect((await submit(province)).status).toBe(201);
  await huesDatabase(false);

  for (let turn = 0; turn < 20; turn += 1) {
    const [away, read, neighbour, ready] = await Promise.all([
      submit('hue'),
      deployment.request({ host: 'hue.localhost', path: '/api/field-reports/inbox', headers: { authorization: `Bearer ${apiKey}` } }),
      submit('dak-lak'),
      deployment.request({ host: 'localhost', path: '/readyz' }),
    ]);
    for (const refused of [away, read]) {
      expect([refused.status, refused.headers['content-type'], Number(refused.headers['retry-after']) > 0]).toEqual([503, 'application/problem+json; charset=utf-8', true]);
    }
    expect([neighbour.status, ready.status]).toEqual([201, 200]);
  }

  await huesDatabase(true);
  await until('Huế serves again', async () => (await submit('hue')).status === 201 || undefined, 15_000);
});
