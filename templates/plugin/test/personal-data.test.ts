import { type TestProvince, testTemplate, testWorld, type TestWorld } from '@tinhthong/core/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FloodMarks } from '../src/module.ts';
import { personalData } from '../src/personal-data.ts';
import { floodMarks } from '../src/plugin.ts';

if ('none' in personalData) throw new Error('this module holds personal data');
const { exportFor, eraseFor } = personalData;
let world: TestWorld;
let hue: TestProvince;

beforeAll(async () => {
  world = await testWorld({ plugins: [floodMarks], provinces: [testTemplate('hue')] });
  hue = world.province('hue');
});
afterAll(() => world[Symbol.asyncDispose]());

async function citizenWithMark(name: string): Promise<string> {
  const as = await hue.signIn({ name, roles: [] });
  await hue.request('/api/flood-marks/marks', { as, json: { lat: 16.46, lon: 107.59, depthCm: 120, seenOn: '2026-10-15' } });
  return hue.inside<FloodMarks, string>('flood-marks', async ({ db }) => {
    const { recorder } = await db.selectFrom('marks').select('recorder').orderBy('id', 'desc').limit(1).executeTakeFirstOrThrow();
    return recorder!;
  });
}

test('a citizen is given what they recorded, and after erasure nothing leads back to them', async () => {
  const [an, binh] = [await citizenWithMark('an'), await citizenWithMark('binh')];
  const exported = (account: string) => hue.inside<FloodMarks, unknown>('flood-marks', (ctx) => exportFor(ctx, account));
  expect(await exported(an)).toMatchObject([{ commune: '19789', depth_cm: 120 }]);

  await hue.inside<FloodMarks, void>('flood-marks', (ctx) => eraseFor(ctx, an));
  expect([await exported(an), (await exported(binh) as object[]).length]).toEqual([[], 1]);

  const kept = await hue.inside<FloodMarks, object[]>('flood-marks', ({ db }) => db.selectFrom('marks').selectAll().execute());
  expect(kept).toHaveLength(2);
  expect(JSON.stringify(kept)).not.toContain(an);
});
