import { cp, lstat, mkdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { testFolder } from '../../kit/test-folder.ts';
import { runAs, serverAccount } from './account.ts';
import { packagedBinaries, usableBinaries } from './binaries.ts';

let folder: string;

beforeEach(async () => {
  folder = await testFolder();
});

afterEach(() => rm(folder, { recursive: true }));

it('PostgreSQL runs although npm was told not to run install scripts', async () => {
  // What `npm ci --ignore-scripts` leaves: the package without the links its script makes.
  await cp(dirname(packagedBinaries()), join(folder, 'package'), {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  const account = await serverAccount(folder);
  const home = join(folder, 'home');
  await mkdir(home);

  const usable = await usableBinaries(home, account, join(folder, 'package', 'native'));
  expect(dirname(usable)).toBe(home);
  expect((await runAs(account, join(usable, 'bin', 'initdb'), ['--version'])).stdout).toContain('PostgreSQL');
});
