import { mkdir, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testWorld, type TestProvince, type TestWorld } from '../kit/testing.ts';
import { comparePage, type Cursor } from './compare-page.ts';

let world: TestWorld;
let hue: TestProvince;
let dakLak: TestProvince;
let picture: Buffer;

beforeAll(async () => {
  world = await testWorld({ plugins: [] });
  [hue, dakLak] = [world.province('hue'), world.province('dak-lak')];
  picture = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#080' } }).png().toBuffer();
});
beforeEach(async () => {
  for (const province of [hue, dakLak]) {
    await province.database(({ db }) => db.deleteFrom('core.files').execute());
    await world.kernel.files.removeAll(province.id);
  }
});
afterAll(() => world[Symbol.asyncDispose]());

const put = async (at = hue) => (await at.database((database) => world.kernel.files.forModule(at.now(), 'notes', database).putPicture(picture))).id;
const pathOf = (id: string, size = 'full', at = hue) => `${at.id}/${id.slice(0, 2)}/${id}.${size}.webp`;
const onDisk = (path: string) => join(world.dataDir, 'files', path);
/** Makes bytes and row look as they do two days later. */
async function age(id: string): Promise<void> {
  const then = new Date(Date.now() - 48 * 3_600_000);
  for (const size of ['full', 'thumbnail']) await utimes(onDisk(pathOf(id, size)), then, then).catch(() => {});
  await hue.database(({ pool }) => pool.query('update core.files set created_at = $2 where id = $1', [id, then]));
}
const forget = (id: string) => hue.database(({ db }) => db.deleteFrom('core.files').where('id', '=', id).execute());
const compare = (after?: Cursor, size?: number) => hue.database(({ db }) => comparePage(world.kernel.files, db, 'hue', after, size));

test('bytes without a row are found once they are a day old, not while an upload may still be under way', async () => {
  const [kept, orphan, underWay] = [await put(), await put(), await put()];
  for (const id of [kept, orphan]) await age(id);
  for (const id of [orphan, underWay]) await forget(id);
  expect(await compare()).toEqual({ objects: 6, orphans: [pathOf(orphan), pathOf(orphan, 'thumbnail')], broken: [], next: undefined });
});

test('what a killed upload left beside its place is found too', async () => {
  const id = await put();
  await age(id);
  const draft = `${pathOf(id)}.part`;
  await writeFile(onDisk(draft), 'nửa chừng');
  await utimes(onDisk(draft), 0, 0);
  expect((await compare()).orphans).toEqual([draft]);
});

test('a row whose bytes are lost, or cut short, is named', async () => {
  const [whole, lost, half, short] = [await put(), await put(), await put(), await put()];
  await rm(onDisk(pathOf(lost)));
  await rm(onDisk(pathOf(lost, 'thumbnail')));
  await rm(onDisk(pathOf(half, 'thumbnail')));
  await writeFile(onDisk(pathOf(short)), 'x');
  for (const id of [whole, lost, half, short]) await age(id);
  expect((await compare()).broken.toSorted()).toEqual([lost, half, short].toSorted());
});

test('page by page it comes to the same as in one, whatever lies at the borders', async () => {
  const ids = [];
  for (let i = 0; i < 9; i += 1) ids.push(await put());
  for (const id of ids) await age(id);
  for (const id of ids.slice(0, 3)) await forget(id);
  for (const id of ids.slice(3, 6)) await rm(onDisk(pathOf(id)));
  await writeFile(onDisk(`hue/${ids[0]!.slice(0, 2)}/lạ`), '');
  await utimes(onDisk(`hue/${ids[0]!.slice(0, 2)}/lạ`), 0, 0);
  const once = await compare();
  for (const size of [1, 2, 3, 5]) {
    const found = { objects: 0, orphans: [] as string[], broken: [] as string[] };
    for (let after: Cursor | undefined, pages = 0; pages < 50; pages += 1) {
      const page = await compare(after, size);
      found.objects += page.objects;
      found.orphans.push(...page.orphans);
      found.broken.push(...page.broken);
      if ((after = page.next) === undefined) break;
    }
    const sorted = { objects: found.objects, orphans: found.orphans, broken: found.broken.toSorted() };
    expect([size, sorted]).toEqual([size, { objects: once.objects, orphans: once.orphans, broken: once.broken.toSorted() }]);
  }
  expect([once.orphans.length, once.broken.length]).toEqual([7, 3]);
});

test('every night the orphans of a province are removed, its own alone, and lost files are told to the auditors', async () => {
  const [orphan, lost] = [await put(), await put()];
  const neighbour = await put(dakLak);
  for (const id of [orphan, lost]) await age(id);
  await forget(orphan);
  await rm(onDisk(pathOf(lost)));
  await hue.database(({ db }) => db.insertInto('core.tasks').values({ plugin: 'core', job: 'compare-files', payload: {} }).execute());
  world.kernel.committed(hue.now());
  await world.settled();
  expect((await compare()).orphans).toEqual([]);
  expect(await world.kernel.files.openPart('dak-lak', { id: neighbour, part: 'full' })).toBeDefined();
  const told = await hue.database(({ db }) => db.selectFrom('core.events').select('data').where('type', '=', 'files.broken').execute());
  expect(told).toEqual([{ data: { files: [lost] } }]);
});

test('a video is one part: it is whole where its bytes are as many as its row says', async () => {
  const id = 'c0ffee00-0000-4000-8000-000000000001';
  await mkdir(onDisk(`hue/${id.slice(0, 2)}`), { recursive: true });
  await writeFile(onDisk(`hue/${id.slice(0, 2)}/${id}.video.mp4`), 'phim');
  await hue.database(({ pool }) =>
    pool.query(`insert into core.files (id, plugin, media_type, size, created_at) values ($1, 'notes', 'video/mp4', 4, now() - interval '2 days')`, [id]),
  );
  expect(await compare()).toMatchObject({ objects: 1, orphans: [], broken: [] });
  await writeFile(onDisk(`hue/${id.slice(0, 2)}/${id}.video.mp4`), 'ph');
  expect((await compare()).broken).toEqual([id]);
});
