import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, inject, test, vi } from 'vitest';
import { type TestProvince, testWorld, type TestWorld } from '../kit/testing.ts';
import { beginMove } from '../tenancy/move/move-record.ts';
import { confirmRemoval, requestRemoval, withdrawRemoval } from '../tenancy/removal.ts';
import { addServer } from '../tenancy/servers.ts';
import { setProvinceState } from '../tenancy/set-province-state.ts';
import { openBundle } from './bundle-reader.ts';
import { deploymentKeys } from './deployment-keys.ts';
import { exportProvince } from './export-province.ts';
import { restoreInPlace } from './restore-in-place.ts';

vi.setConfig({ testTimeout: 60_000 });

let world: TestWorld;
let hue: TestProvince;
let backup: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  hue = world.province('hue');
  backup = join(world.dataDir, 'backup');
  await exportProvince(world.kernel, hue.now(), { target: backup, kind: 'backup', actor: 'test' });
});
beforeEach(() => setProvinceState(world.kernel, hue.now(), 'suspended', 'test'));
afterAll(() => world[Symbol.asyncDispose]());

/** Restores the backup in the place of Huế; `meanwhile` happens when its copy is ready. */
async function restore(meanwhile: () => Promise<unknown> = async () => {}, target = hue.now()): Promise<string> {
  const { kernel } = world;
  const bundle = await openBundle(backup, deploymentKeys(kernel, () => Promise.reject(new Error('no passphrase is needed'))));
  const ready = { now: meanwhile };
  async function* list(province: string) {
    const act = ready.now;
    ready.now = async () => {};
    await act();
    yield* kernel.files.list(province);
  }
  return restoreInPlace({ ...kernel, files: { ...kernel.files, list } }, target, { bundle, actor: 'test' }).then(() => 'done', (error: { code?: string; message: string }) => error.code ?? error.message);
}

const placeOfHue = () => [hue.now().database, world.kernel.registry.provinces().map(({ id }) => id)];

test('a province that is opened, or whose removal is agreed on, while its replacement is being made, stays what it is', async () => {
  const before = placeOfHue();
  expect(await restore(() => setProvinceState(world.kernel, hue.now(), 'active', 'test'))).toBe('province-serves');
  expect([placeOfHue(), hue.now().state]).toEqual([before, 'active']);

  await setProvinceState(world.kernel, hue.now(), 'suspended', 'test');
  const removed = async () => {
    await requestRemoval(world.kernel, hue.now(), { by: 'lan', reason: 'Sáp nhập.' });
    await confirmRemoval(world.kernel, hue.now(), 'minh');
  };
  expect(await restore(removed)).toBe('removal-confirmed');
  expect(placeOfHue()).toEqual(before);
  await withdrawRemoval(world.kernel, hue.now(), 'lan');
});

test('so does one that begins to move meanwhile', async () => {
  const before = placeOfHue();
  const moving = () => world.kernel.registry.db.insertInto('registry.moves').values({ province: 'hue', step: 'copying', server: 'main', database: 'tt_nowhere', owner_role: 'tt_no_owner', login_role: 'tt_no_login' }).execute();
  expect(await restore(moving)).toBe('province-moves');
  expect(placeOfHue()).toEqual(before);
  await world.kernel.registry.db.deleteFrom('registry.moves').execute();
});

test('whoever goes on from what they read before a replacement replaces and moves nothing', async () => {
  const before = hue.now();
  expect(await restore()).toBe('done');
  const after = placeOfHue();
  expect(await restore(async () => {}, before)).toBe('province-changed');
  await addServer(world.kernel.registry, { id: 'second', adminUrl: inject('adminUrl'), actor: 'test' });
  await expect(beginMove(world.kernel, before, 'second')).rejects.toMatchObject({ code: 'province-changed' });
  expect(hue.now().move).toBeNull();
  expect(placeOfHue()).toEqual(after);
});
