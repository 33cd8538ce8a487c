import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { testTemplate, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, newestBackup } from '../../packages/core/src/bundles/backup.ts';
import { openBundle } from '../../packages/core/src/bundles/bundle-reader.ts';
import { deploymentKeys } from '../../packages/core/src/bundles/deployment-keys.ts';
import { restoreProvince } from '../../packages/core/src/bundles/restore-province.ts';

let world: TestWorld;
let nightly: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [], provinces: [testTemplate('hue')] });
  nightly = join(world.dataDir, 'nightly');
});
afterAll(() => world?.[Symbol.asyncDispose]());

const backup = async () => (await backUp(world.kernel, nightly, { provinces: [world.province('hue').now()], actor: 'test' })).filter(({ made }) => made !== null).length;

/** What came of both, and the code of the one that was refused. */
async function both<T>(work: () => Promise<T>): Promise<(T | string | undefined)[]> {
  const ended = await Promise.allSettled([work(), work()]);
  return ended.map((one) => (one.status === 'fulfilled' ? one.value : (one.reason as { code?: string }).code)).sort();
}

test('a backup that takes longer than a night is not disturbed by the next one', async () => {
  expect(await both(backup)).toEqual([2, 'already-running']);
  for (const place of ['hue', '_control']) expect(await readdir(join(nightly, place))).toHaveLength(1);
});

test('one copy is not made twice at once, and can be made when the first has ended', async () => {
  const bundle = await openBundle((await newestBackup(nightly, 'hue'))!, deploymentKeys(world.kernel));
  const copy = async () => (await restoreProvince(world.kernel, { bundle, as: 'ban-sao', actor: 'test' })).state;
  expect(await both(copy)).toEqual(['already-running', 'suspended']);
  await expect(copy()).rejects.toMatchObject({ code: 'province-exists' });
});
