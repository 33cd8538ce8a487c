import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { masterKeySource, writeMasterKeys } from './master-key.ts';

const [one, two] = ['1'.repeat(64), '2'.repeat(64)];
let dataDir: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'tinhthong-keys-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

const hexOf = (keys: readonly Buffer[]) => keys.map((key) => key.toString('hex'));

test('the key comes from a file, from the environment or from a command that asks a key service', async () => {
  const file = join(dataDir, 'given.key');
  await writeFile(file, `${one}\n`);
  expect(hexOf(await masterKeySource({ file, dataDir }).read())).toEqual([one]);
  expect(hexOf(await masterKeySource({ text: one, dataDir }).read())).toEqual([one]);
  expect(hexOf(await masterKeySource({ command: `printf '%s' ${one}`, dataDir }).read())).toEqual([one]);
  expect(() => masterKeySource({ text: one, file, dataDir })).toThrow('set only one of');
});

test('while it is being replaced there are two, the newer one first; the file is private', async () => {
  const file = join(dataDir, 'two.key');
  await writeMasterKeys(file, [Buffer.from(two, 'hex'), Buffer.from(one, 'hex')]);
  expect(hexOf(await masterKeySource({ file, dataDir }).read())).toEqual([two, one]);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
});

test('without any setting a key is made once, and nodes that start at the same moment agree on it', async () => {
  const read = () => masterKeySource({ dataDir }).read();
  const [first, ...others] = await Promise.all([read(), read(), read()]);
  for (const other of others) expect(hexOf(other)).toEqual(hexOf(first!));
  expect(hexOf(await read())).toEqual([(await readFile(join(dataDir, 'keys', 'master.key'), 'utf8')).trim()]);
});

test.each(['', 'xyz', '1'.repeat(63), `${'1'.repeat(64)} nữa`])('what is no key is refused, and not repeated in the message (%s)', async (text) => {
  const refused = masterKeySource({ text, dataDir }).read();
  await expect(refused).rejects.toThrow('64 hexadecimal digits');
  if (text !== '') await expect(refused).rejects.not.toThrow(text);
});

test('a file that is not there, and a command that fails or prints a secret with its error, are told apart without the secret', async () => {
  await expect(masterKeySource({ file: join(dataDir, 'nowhere'), dataDir }).read()).rejects.toThrow('ENOENT');
  const failing = masterKeySource({ command: 'echo mat-khau-kms >&2; exit 3', dataDir }).read();
  await expect(failing).rejects.toThrow('exit 3');
  await expect(failing).rejects.not.toThrow('mat-khau-kms');
});
