import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { httpRequest } from '../support/http-request.ts';
import { type Deployment, startDeployment } from '../support/start-deployment.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const newRelease = { FLEET_VERSION: '2' };
let deployment: Deployment;
let newPort: number;

beforeAll(async () => {
  deployment = await startDeployment(new URL('./deployment/', import.meta.url));
  newPort = await freePort();
  await deployment.tinhthong('tenant', 'create', 'hue', '--host', 'hue.localhost');
  await deployment.tinhthong('module', 'enable', 'hue', 'streets');
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

const path = '/api/streets/streets';
const ask = async (port: number, init: { method?: string; json?: unknown } = {}) => {
  const answer = await httpRequest({ port, host: 'hue.localhost', path, ...init });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  return answer.json<{ name: string; width?: number }[]>();
};

test('the old release reads, writes and changes on the new schema while the new one serves beside it, and each sees what the other wrote', async () => {
  // 1. The old release serves and has rows.
  await deployment.startServer();
  await ask(deployment.port, { json: { name: 'Lê Lợi' } });

  // 2. The schema is brought up to date under it, and it goes on.
  const migrated = await deployment.attempt(['migrate'], newRelease);
  expect([migrated.code, migrated.text]).toEqual([0, migrated.text]);
  expect(await ask(deployment.port)).toEqual([{ name: 'Lê Lợi' }]);
  await ask(deployment.port, { json: { name: 'Nguyễn Huệ' } });
  await ask(deployment.port, { method: 'PUT', json: { from: 'Lê Lợi', to: 'Lê Lợi nối dài' } });

  // 3. The new release serves beside it.
  await deployment.startServer({ port: newPort, env: newRelease });
  await ask(newPort, { json: { name: 'Võ Nguyên Giáp', width: 36 } });
  await ask(deployment.port, { json: { name: 'Hùng Vương' } });
  expect(await ask(newPort)).toEqual([
    { name: 'Lê Lợi nối dài', width: 6 },
    { name: 'Nguyễn Huệ', width: 6 },
    { name: 'Võ Nguyên Giáp', width: 36 },
    { name: 'Hùng Vương', width: 6 },
  ]);
  expect((await ask(deployment.port)).map(({ name }) => name)).toEqual(['Lê Lợi nối dài', 'Nguyễn Huệ', 'Võ Nguyên Giáp', 'Hùng Vương']);

  // 4. Rolled back, the old release finds nothing to do, and does not undo the new one's work.
  const back = await deployment.attempt(['migrate', '--status', '--json']);
  expect((JSON.parse(back.text) as { module: string; state: string; version: string }[]).find(({ module }) => module === 'streets')).toMatchObject({ state: 'current', version: '0002-width' });
});
