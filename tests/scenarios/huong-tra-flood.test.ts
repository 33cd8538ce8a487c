import { fileURLToPath } from 'node:url';
import { loadTemplate } from '@tinhthong/core/template';
import { type TestWorld, testWorld } from '@tinhthong/core/testing';
import { fieldReports } from '@tinhthong/field-reports';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDemoAccounts } from '../../packages/core/src/cli/demo-accounts.ts';
import { addSampleData } from '../../packages/core/src/cli/add-sample-data.ts';
import type { Time } from './flood-day/time.ts';
import { floodDay } from './huong-tra-flood.ts';

/** Less than a minute on a quiet machine. */
const patience = 240_000;
const lookMs = 5 * 60_000;
const began = new Date('2026-10-28T05:30:00+07:00').getTime() - Date.now();
let turnedBy = 0;
const now = () => new Date(Date.now() + began + turnedBy);
let world: TestWorld;

beforeAll(async () => {
  const folder = fileURLToPath(import.meta.resolve('@tinhthong/templates/provinces/hue/province.json')).replace(/province\.json$/, '');
  // A demo, with its accounts, its year of samples and the limits of a real one; only the clock is another.
  world = await testWorld({ plugins: [fieldReports], provinces: [await loadTemplate(folder)], now, limitFactor: 1 });
  const hue = world.province('hue').now();
  await addDemoAccounts(world.kernel, hue);
  await addSampleData(world.kernel, hue, [fieldReports]);
  await world.settled();
}, patience);
afterAll(() => world?.[Symbol.asyncDispose]());

test('a flood day in Hương Trà: 500 reports, each found once; every owner, clock, order and figure as it should be', { timeout: patience }, async () => {
  const time: Time = {
    now,
    // To the next of the five-minute marks at which the province looks at its clocks, which it does by itself.
    to: async (moment) => void (turnedBy += Math.max(0, Math.ceil(moment.getTime() / lookMs) * lookMs - now().getTime())),
    turned: true,
  };
  const story: string[] = [];
  const port = await world.listen();
  await floodDay({ host: world.province('hue').host, port, time, tell: (line) => void story.push(line) }).catch((error: Error) => {
    error.message += `\n\n${story.join('\n')}`;
    throw error;
  });
  expect(story.at(-1)).toContain('Mọi con số khớp');
});
