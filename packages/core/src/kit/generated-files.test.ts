import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { settleFiles } from './generated-files.ts';
import { testFolder } from './test-folder.ts';

let folder: string;
beforeEach(async () => {
  folder = await testFolder();
  vi.spyOn(console, 'log').mockReturnValue();
  vi.spyOn(console, 'error').mockReturnValue();
});
afterEach(async () => {
  vi.restoreAllMocks();
  // The test run itself has not failed.
  process.exitCode = undefined;
  await rm(folder, { recursive: true });
});

test('a check names the stale and the missing file, fails, and writes nothing', async () => {
  const [fresh, stale, missing] = ['fresh.md', 'stale.md', 'new/missing.md'].map((name) => join(folder, name)) as [string, string, string];
  await writeFile(fresh, 'mới');
  await writeFile(stale, 'cũ');
  const files = new Map([fresh, stale, missing].map((path) => [path, 'mới']));
  await settleFiles(files, { check: true });
  expect(process.exitCode).toBe(1);
  expect(vi.mocked(console.error).mock.calls.flat()).toEqual([expect.stringContaining('stale.md'), expect.stringContaining('missing.md')]);
  expect(await readFile(stale, 'utf8')).toBe('cũ');

  process.exitCode = undefined;
  await settleFiles(files, {});
  await settleFiles(files, { check: true });
  expect(process.exitCode).toBeUndefined();
  expect(await readFile(missing, 'utf8')).toBe('mới');
});
