import { expect, test } from 'vitest';
import { gate } from './gate.ts';

test('no more than so many are inside at once, each comes in its turn, and one that fails lets the next in', async () => {
  const enter = gate(2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const visit = (name: string) =>
    enter(async () => {
      log.push(name);
      await new Promise<void>((resolve) => ends.push(resolve));
      if (name === 'a') throw new Error(name);
    });
  const all = ['a', 'b', 'c', 'd'].map(visit);
  expect(log).toEqual(['a', 'b']);
  ends[0]!();
  await expect(all[0]).rejects.toThrow('a');
  expect(log).toEqual(['a', 'b', 'c']);
  ends[1]!();
  await all[1];
  ends[2]!();
  ends[3]!();
  await Promise.all(all.slice(1));
  expect(log).toEqual(['a', 'b', 'c', 'd']);
});
