import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { computeThread } from './compute-thread.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinhthong-thread-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function script(name: string, text: string): Promise<URL> {
  const path = join(folder, `${name}.mjs`);
  await writeFile(path, text);
  return pathToFileURL(path);
}

test('a script keeps its state between questions, and what it throws reaches whoever asked', async () => {
  await using thread = computeThread(
    await script('sum', `let sum = 0; export const answer = (n) => { if (n < 0) throw new RangeError('no negatives'); return (sum += n); };`),
    { memoryMb: 32 },
  );
  expect(await thread.ask(2)).toBe(2);
  await expect(thread.ask(-1)).rejects.toThrow('no negatives');
  expect(await thread.ask(3)).toBe(5);
});

test('while a thread computes, this one goes on', async () => {
  await using thread = computeThread(await script('busy', `export const answer = (ms) => { const end = Date.now() + ms; while (Date.now() < end); return 'done'; };`), { memoryMb: 32 });
  let beats = 0;
  const timer = setInterval(() => (beats += 1), 5);
  expect(await thread.ask(300)).toBe('done');
  clearInterval(timer);
  expect(beats).toBeGreaterThan(10);
});

test('a job that is cut off ends its thread, endless loop or not', async () => {
  const cutOff = new AbortController();
  await using thread = computeThread(await script('endless', `export const answer = () => { for (;;); };`), { memoryMb: 32, signal: cutOff.signal });
  const asked = thread.ask(1);
  setTimeout(() => cutOff.abort(new Error('its time is over')), 50);
  await expect(asked).rejects.toThrow('its time is over');
  await expect(thread.ask(2)).rejects.toThrow('its time is over');
});

test('a thread that uses up its memory ends alone', async () => {
  await using thread = computeThread(await script('greedy', `const all = []; export const answer = () => { for (;;) all.push({ text: String(all.length) }); };`), { memoryMb: 16 });
  await expect(thread.ask(1)).rejects.toThrow(/memory/);
});
