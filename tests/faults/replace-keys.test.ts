import { hash, randomBytes, randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { showLogOnFailure } from '../support/show-log-on-failure.ts';
import type { Deployment } from '../support/start-deployment.ts';
import { apiKey, provinces, twoProvinces } from './two-provinces.ts';

const patience = 180_000;
const webhookKey = 'ttk_webhooks_0123456789';
let deployment: Deployment;

beforeAll(async () => {
  deployment = await twoProvinces();
  await deployment.startServer();
}, patience);
showLogOnFailure(() => deployment);
afterAll(() => deployment?.[Symbol.asyncDispose]());

/** Citizens and an integrated system at work in both provinces while something is done; answers all statuses that were not good. */
async function refusedDuring(work: () => Promise<unknown>): Promise<string[]> {
  const refused: string[] = [];
  let working = true;
  const people = provinces.flatMap((province) =>
    [0, 1, 2].map(async (n) => {
      while (working) {
        const host = `${province}.localhost`;
        const report = { category: 'road-damage', commune: province === 'hue' ? '19789' : '24133', description: `Ổ gà lớn trước cổng trường, ${randomUUID()}.` };
        const asked = n === 0 ? { path: '/api/field-reports/inbox', headers: { authorization: `Bearer ${apiKey}` } } : { path: '/api/field-reports/reports', json: report };
        const { status, text } = await deployment.request({ host, ...asked }).catch((error: Error) => ({ status: 0, text: error.message }));
        if (status !== 200 && status !== 201) refused.push(`${province} ${asked.path}: ${status} ${text}`);
        await sleep(20);
      }
    }),
  );
  await work();
  await sleep(500);
  working = false;
  await Promise.all(people);
  return refused;
}

async function newKeyFile(name: string): Promise<{ file: string; key: string }> {
  const file = join(deployment.dataDir, name);
  const key = randomBytes(32).toString('hex');
  await writeFile(file, key);
  return { file, key };
}
const keyInForce = async () => (await readFile(join(deployment.dataDir, 'keys', 'master.key'), 'utf8')).trim();

test('the master key is replaced under the eyes of citizens, none of whom is refused; killed at any step, it is finished by running it again', async () => {
  const refused = await refusedDuring(async () => {
    for (const label of ['rotate-master-added', 'rotate-master-half', 'rotate-master-sealed']) {
      const { file, key } = await newKeyFile(label);
      await deployment.crash(label, 'secrets', 'rotate-master', '--new-key-file', file);
      // Half done, both keys are good: also for whoever starts now.
      await deployment.tinhthong('tenant', 'list');
      await deployment.tinhthong('secrets', 'rotate-master', '--new-key-file', file);
      expect(await keyInForce()).toBe(key);
    }
  });
  expect(refused).toEqual([]);
}, patience);

test('with a wrong master key nothing starts, and it is said why', async () => {
  const { file } = await newKeyFile('wrong');
  const right = await keyInForce();
  const place = join(deployment.dataDir, 'keys', 'master.key');
  await writeFile(place, await readFile(file));
  await expect(deployment.tinhthong('tenant', 'list')).rejects.toMatchObject({ stderr: expect.stringMatching(/Sai khóa chính.*Wrong master key/s) as unknown });
  await writeFile(place, right);
  expect(await deployment.tinhthong('tenant', 'list')).toContain('dak-lak');
}, patience);

test("a province's data key is replaced; killed half-way, the next run finishes it and makes no further key", async () => {
  // 1. Two secrets: those that sign for two webhooks.
  const client = await deployment.connect({ province: 'hue' });
  await client.query('insert into core.api_keys (name, hash, scopes) values ($1, $2, $3)', ['webhooks', hash('sha256', webhookKey, 'buffer'), ['webhook:manage']]);
  await client.end();
  for (const url of ['https://203.162.4.191/a', 'https://203.162.4.191/b']) {
    const { status } = await deployment.request({ host: 'hue.localhost', path: '/api/core/webhooks', headers: { authorization: `Bearer ${webhookKey}` }, json: { url, description: 'thử', state: 'off' } });
    expect(status).toBe(201);
  }
  // 2. Killed after the first of them.
  await deployment.crash('rotate-province-half', 'secrets', 'rotate-province', 'hue');
  expect(await deployment.tinhthong('secrets', 'rotate-province', 'hue')).toContain('khóa thứ 2, 1 giá trị');
  // 3. Killed before it sealed anything.
  await deployment.crash('rotate-province-added', 'secrets', 'rotate-province', 'hue');
  expect(await deployment.tinhthong('secrets', 'rotate-province', 'hue')).toContain('khóa thứ 3, 2 giá trị');
  // 4. The log of all this is whole.
  expect(await deployment.tinhthong('audit', 'verify')).not.toContain('HỎNG');
}, patience);

test("the provinces' database logins are replaced under the eyes of citizens, none of whom is refused", async () => {
  const logins = async () => {
    const client = await deployment.connect({ database: 'tinhthong' });
    const { rows } = await client.query<{ login: string; there: string[] }>(
      `select login_role as login, (select array_agg(rolname::text order by rolname) from pg_roles where rolname ~ ('^' || database || '_login')) as there from registry.provinces order by id`,
    );
    await client.end();
    return rows;
  };
  const before = await logins();
  const refused = await refusedDuring(async () => {
    for (const label of ['rotate-login-added', 'rotate-login-granted', 'rotate-login-switched']) {
      await deployment.crash(label, 'secrets', 'rotate-credentials', 'hue');
      await deployment.tinhthong('secrets', 'rotate-credentials', '--all', '--wait', '2');
    }
  });
  expect(refused).toEqual([]);
  const after = await logins();
  for (const [i, { login, there }] of after.entries()) {
    expect(there).toEqual([login]);
    if (i === 0) expect(login).not.toBe(before[0]!.login);
  }
}, patience);
