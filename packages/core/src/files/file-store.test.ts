import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { tinyDisk } from '../kit/tiny-disk.ts';
import { diskDriver } from './disk-driver.ts';
import { createFileStore, type FileStore, type ListedObject } from './file-store.ts';

let world: TestWorld;
let hue: TestProvince;
let picture: Buffer;
let now: Date;
let folder: string;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  hue = world.province('hue');
  picture = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#080' } }).png().toBuffer();
});
beforeEach(async () => {
  now = new Date('2026-11-22T12:05:00Z');
  folder = await mkdtemp(join(world.dataDir, 'store-'));
  await hue.database(({ db }) => db.deleteFrom('core.files').execute());
});
afterAll(() => world[Symbol.asyncDispose]());

function store(): FileStore {
  return createFileStore({ driver: diskDriver(folder), now: () => now, arrivals: `${folder}-arrivals` });
}
const stored = () => Readable.from(store().list('hue')).toArray() as Promise<ListedObject[]>;
const inHue = <T>(files: FileStore, work: (of: ReturnType<FileStore['forModule']>) => Promise<T>) => hue.database((database) => work(files.forModule(hue.now(), 'notes', database)));
const put = (files = store()) => inHue(files, (of) => of.putPicture(picture));
const putWithin = (storageBytes: number) =>
  hue.database((database) => store().forModule({ ...hue.now(), quota: { ...hue.now().quota, storageBytes } }, 'notes', database).putPicture(picture));
const linkTo = (files: FileStore, id: string, options?: { maxAge?: number; size?: 'full' | 'thumbnail' }) => inHue(files, async (of) => of.link(id, options));

/** Opens a link, altered or not. */
function openLink(files: FileStore, link: string, at = hue, change: Partial<Record<'e' | 's' | 'z' | 'id', string>> = {}) {
  const url = new URL(link, 'http://hue.localhost');
  const { e = '', s = '', z = '' } = Object.fromEntries(url.searchParams);
  return files.openLink(at.now(), change.id ?? url.pathname.split('/').at(-1)!, { e, s, z, ...change });
}

test('a picture is kept under its province, with a thumbnail, and a link opens either of them', async () => {
  const files = store();
  const { id, size, width, height } = await put(files);
  const kept = await stored();
  expect([width, height, size]).toEqual([80, 60, kept.reduce((sum, object) => sum + object.size, 0)]);
  expect(kept.map(({ path }) => path)).toEqual([`hue/${id.slice(0, 2)}/${id}.full.webp`, `hue/${id.slice(0, 2)}/${id}.thumbnail.webp`]);
  for (const [size, expected] of [['full', 80], ['thumbnail', 320]] as const) {
    const opened = await openLink(files, await linkTo(files, id, { size }));
    expect([opened.type, (await sharp(opened.bytes).metadata()).width]).toEqual(['image/webp', expected]);
  }
});

test('a link ends when its time is over, and stays the same until then, so that browsers can keep the picture', async () => {
  const files = store();
  const { id } = await put(files);
  const link = await linkTo(files, id, { maxAge: 600 });
  now = new Date('2026-11-22T12:40:00Z');
  expect(await linkTo(files, id, { maxAge: 600 })).toBe(link);
  now = new Date('2026-11-22T12:59:59Z');
  await expect(openLink(files, link)).resolves.toBeDefined();
  now = new Date('2026-11-22T13:00:00Z');
  await expect(openLink(files, link)).rejects.toMatchObject({ status: 404 });
});

test('a link that was changed, or is shown to another province, opens nothing', async () => {
  const files = store();
  const [{ id }, other] = [await put(files), await put(files)];
  const link = await linkTo(files, id, { size: 'thumbnail' });
  for (const change of [{ id: other.id }, { z: 'full' }, { e: '9999999999' }, { s: '' }, { s: 'A'.repeat(43) }]) {
    await expect(openLink(files, link, hue, change)).rejects.toMatchObject({ status: 404 });
  }
  await expect(openLink(files, link, world.province('dak-lak'))).rejects.toMatchObject({ status: 404 });
  await expect(openLink(files, link)).resolves.toBeDefined();
});

test('a picture that nothing was sent with for a day is removed; one that belongs to something stays', async () => {
  const files = store();
  const [forgotten, recent, attached] = [await put(files), await put(files), await put(files)];
  await hue.database(async ({ db, pool }) => {
    await db.updateTable('core.files').set({ subject: 'report-1' }).where('id', '=', attached.id).execute();
    await pool.query(`update core.files set created_at = now() - interval '25 hours' where id = any($1)`, [[forgotten.id, attached.id]]);
  });
  await hue.database((database) => files.sweep(hue.now(), database));
  const rows = await hue.database(({ db }) => db.selectFrom('core.files').select('id').execute());
  const kept = [recent.id, attached.id].sort();
  expect(rows.map(({ id }) => id).sort()).toEqual(kept);
  expect([...new Set((await stored()).map(({ file }) => file))]).toEqual(kept);
});

test('a full store refuses pictures in words that help, and keeps nothing of them', async () => {
  const { size } = await put();
  await expect(putWithin(2 * size - 1)).rejects.toMatchObject({ status: 507, code: 'storage-full', title: { vi: expect.stringContaining('vẫn có thể gửi phản ánh') as string } });
  expect(await stored()).toHaveLength(2);
  await expect(putWithin(2 * size)).resolves.toMatchObject({ size });
});

test('where the disk is full, an upload is refused in words that help, nothing half is left, and it works again once there is room', async ({ skip }) => {
  const disk = tinyDisk(folder) ?? skip('mounting a disk needs root');
  try {
    const files = store();
    const noise = await sharp(randomBytes(300 * 300 * 3), { raw: { width: 300, height: 300, channels: 3 } }).png().toBuffer();
    await expect(inHue(files, (of) => of.putPicture(noise))).rejects.toMatchObject({ status: 507, code: 'disk-full', title: { vi: expect.stringContaining('hết chỗ') as string } });
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
    expect(await hue.database(({ db }) => db.selectFrom('core.files').select('id').execute())).toEqual([]);
    await expect(put(files)).resolves.toMatchObject({ width: 80 });
  } finally {
    disk.unmount();
  }
});

test('a renamed picture is there under its new id alone: a link to the old one opens nothing', async () => {
  const files = store();
  const { id } = await put(files);
  const [old, before] = [await linkTo(files, id), await inHue(files, (of) => of.read(id))];
  const renamed = await hue.database(({ db }) => db.transaction().execute(async (trx) => ({ to: await inHue(files, (of) => of.rename(trx as never, id)) })));
  await files.removeBytes('hue', [id]);
  await expect(openLink(files, old)).rejects.toMatchObject({ status: 404 });
  const after = await inHue(files, (of) => of.read(renamed.to));
  expect(Buffer.from(after!).equals(Buffer.from(before!))).toBe(true);
  expect(await inHue(files, (of) => of.read(id))).toBeUndefined();
  expect([...new Set((await stored()).map(({ file }) => file))]).toEqual([renamed.to]);
});

test('a module reads its own pictures, and no other module does', async () => {
  const files = store();
  const { id } = await put(files);
  expect(await hue.database((database) => files.forModule(hue.now(), 'elsewhere', database).read(id))).toBeUndefined();
});

test('room is asked for before a large file arrives', async () => {
  const { size } = await put();
  const room = (bytes: number) => hue.database((database) => store().forModule({ ...hue.now(), quota: { ...hue.now().quota, storageBytes: 2 * size } }, 'notes', database).checkRoom(bytes));
  await expect(room(size)).resolves.toBeUndefined();
  await expect(room(size + 1)).rejects.toMatchObject({ status: 507, code: 'storage-full' });
});

test('what arrives piece by piece lies in a folder of its province and module, and only a plain name leads there', async () => {
  const files = store();
  expect(await inHue(files, (of) => of.arrivals())).toBe(join(`${folder}-arrivals`, 'hue', 'notes'));
  for (const name of ['../secret', 'a/b', '', '.', 'x'.repeat(101)]) await expect(inHue(files, (of) => of.putVideo(name))).rejects.toThrow(/not a name/);
});

test('what is no video is refused by its content', async () => {
  const files = store();
  const arrivals = await inHue(files, (of) => of.arrivals());
  await writeFile(join(arrivals, 'playlist'), '#EXTM3U\nhttp://10.0.0.1/film.ts');
  await expect(inHue(files, (of) => of.putVideo('playlist'))).rejects.toMatchObject({ status: 415, code: 'not-a-video' });
  expect(await stored()).toEqual([]);
});
