import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { OpenKernel } from '../create-kernel.ts';
import { testWorld, type TestWorld } from '../kit/testing.ts';
import { finishRemoval } from './finish-removal.ts';
import { confirmRemoval, requestRemoval, withdrawRemoval } from './removal.ts';
import { setProvinceState } from './set-province-state.ts';

vi.setConfig({ testTimeout: 30_000 });

let world: TestWorld;
let kernel: OpenKernel;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  ({ kernel } = world);
});
afterAll(() => world[Symbol.asyncDispose]());

const province = (id: string) => kernel.registry.byId(id)!;
const [lan, minh] = [randomUUID(), randomUUID()];
const agree = async (id: string) => {
  await requestRemoval(kernel, province(id), { by: lan, reason: 'Sáp nhập.', waitDays: 0, withoutExport: 'Dữ liệu thử.' });
  await confirmRemoval(kernel, province(id), minh);
};
const codeOf = (work: Promise<unknown>) => work.then(() => 'done', (error: { code?: string; message: string }) => error.code ?? error.message);
const actsOf = async (id: string) => (await kernel.registry.db.selectFrom('registry.acts').select('type').where('province', '=', id).orderBy('id').execute()).map(({ type }) => type);

test('whoever takes a removal back once the destroying has begun is told that it is too late, also where the run stopped in the middle', async () => {
  await agree('hue');
  const atFiles = (inBetween: () => Promise<void>): OpenKernel => ({ ...kernel, files: { ...kernel.files, removeAll: inBetween } });
  const stopped = atFiles(async () => {
    expect(await codeOf(withdrawRemoval(kernel, province('hue'), lan))).toBe('removal-begun');
    throw new Error('out of power');
  });
  expect(await codeOf(finishRemoval(stopped, province('hue'), 'test'))).toBe('out of power');
  expect(await codeOf(withdrawRemoval(kernel, province('hue'), lan))).toBe('removal-begun');
  expect(await codeOf(setProvinceState(kernel, province('hue'), 'active', 'test'))).toBe('removal-confirmed');
  expect(province('hue').state).toBe('suspended');
  const hue = province('hue');
  expect(await codeOf(finishRemoval(kernel, hue, 'test'))).toBe('done');
  expect(await codeOf(setProvinceState(kernel, hue, 'active', 'test'))).toBe('province-not-whole');
});

test('a province that waits for its removal is not opened again, whatever the caller still knows of it', async () => {
  const before = province('dak-lak');
  await agree('dak-lak');
  expect(await codeOf(setProvinceState(kernel, before, 'active', 'test'))).toBe('removal-confirmed');
  await withdrawRemoval(kernel, before, lan);
  expect(province('dak-lak').state).toBe('active');
});

test('suspending and resuming are acts of an operator; what changes nothing is none', async () => {
  const before = (await actsOf('dak-lak')).length;
  for (const state of ['suspended', 'suspended', 'active', 'active'] as const) await setProvinceState(kernel, province('dak-lak'), state, 'test');
  expect((await actsOf('dak-lak')).slice(before)).toEqual(['province.suspended', 'province.resumed']);
  expect(province('dak-lak').state).toBe('active');
});
