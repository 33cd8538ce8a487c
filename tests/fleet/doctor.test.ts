import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Deployment, startDeployment } from '../support/start-deployment.ts';

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

interface Finding {
  readonly check: string;
  readonly level: string;
  readonly says: { readonly vi: string };
}

let deployment: Deployment;

beforeAll(async () => {
  deployment = await startDeployment(new URL('./deployment/', import.meta.url));
  await deployment.tinhthong('tenant', 'create', 'hue');
});
afterAll(() => deployment?.[Symbol.asyncDispose]());

async function examined(env: Readonly<Record<string, string>> = {}): Promise<{ code: number | null; findings: Finding[] }> {
  const { code, text } = await deployment.attempt(['doctor', '--json'], env);
  return { code, findings: JSON.parse(text) as Finding[] };
}

test('a deployment without errors passes, and says what it has looked at', async () => {
  const { code, findings } = await examined();
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(code).toBe(0);
  expect(findings.map(({ check }) => check)).toEqual(expect.arrayContaining(['disk', 'master-key', 'server']));
});

test('with the wrong master key nothing starts, and the reason is said in words', async () => {
  const { code, findings } = await examined({ MASTER_KEY: 'ab'.repeat(32) });
  expect([code, findings.map(({ check, level }) => [check, level])]).toEqual([1, [['start', 'error']]]);
  expect(findings[0]!.says.vi).toContain('Sai khóa chính');
  const start = await deployment.attempt(['start'], { MASTER_KEY: 'ab'.repeat(32) });
  expect([start.code, start.text]).toEqual([1, expect.stringContaining('Sai khóa chính')]);
});

test('without a control database nothing starts, and the reason is said without its password', async () => {
  const { code, findings } = await examined({ DATABASE_URL: 'postgres://ai-do:mat-khau-bi-mat@127.0.0.1:9/tinhthong' });
  expect([code, findings.map(({ check }) => check)]).toEqual([1, ['start']]);
  expect(JSON.stringify(findings)).not.toContain('mat-khau-bi-mat');
});
