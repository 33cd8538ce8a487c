import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { createGzip } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { unpack } from './unpack.ts';

let room: string;

beforeEach(async () => void (room = await mkdtemp(join(tmpdir(), 'tinhthong-unpack-'))));
afterEach(() => rm(room, { recursive: true, force: true }));

async function tarball(entries: readonly (Partial<Header> & { name: string; text?: string })[]): Promise<Buffer> {
  const archive = pack();
  for (const { text = '', ...header } of entries) archive.entry(header, text);
  archive.finalize();
  return buffer(archive.pipe(createGzip()));
}

test('a package is unpacked with its folders, and nothing in it may be run as a program', async () => {
  const folder = join(room, 'parks', '1.0.0');
  await unpack(await tarball([{ name: 'package/package.json', text: '{}' }, { name: 'package/bin/run.sh', mode: 0o755, text: 'echo' }]), folder);
  expect(await readFile(join(folder, 'package.json'), 'utf8')).toBe('{}');
  expect((await stat(join(folder, 'bin/run.sh'))).mode & 0o111).toBe(0);
});

test('a package that would write outside its folder, or make links, is refused, and nothing of it stays', async () => {
  for (const entry of [
    { name: 'package/../../outside.js' },
    { name: '../outside.js' },
    { name: '/outside.js' },
    { name: 'package\\..\\outside.js' },
    { name: 'package/link', type: 'symlink', linkname: '/etc/passwd' },
    { name: 'package/link', type: 'link', linkname: 'package/package.json' },
    { name: 'package/pipe', type: 'fifo' },
  ] as const) {
    await expect(unpack(await tarball([{ name: 'package/package.json', text: '{}' }, entry]), join(room, 'parks'))).rejects.toThrow(/an unsafe entry/);
  }
  expect(await readdir(room)).toEqual([]);
  expect(existsSync(join(room, '..', 'outside.js'))).toBe(false);
});

test('a small package that would unpack to more than the disk is meant for is cut off', async () => {
  const bomb = await tarball(Array.from({ length: 30 }, (_, i) => ({ name: `package/${i}`, text: ' '.repeat(100_000) })));
  expect(bomb.length).toBeLessThan(10_000);
  await expect(unpack(bomb, join(room, 'parks'), { bytes: 2_000_000, entries: 100 })).rejects.toThrow(/too large/);
  await expect(unpack(bomb, join(room, 'parks'), { bytes: 4_000_000, entries: 20 })).rejects.toThrow(/too large/);
  expect(await readdir(room)).toEqual([]);
});

test('what is no tarball is refused', async () => {
  await expect(unpack(Buffer.from('no tarball'), join(room, 'parks'))).rejects.toThrow(/no \.tgz/);
  expect(await readdir(room)).toEqual([]);
});
