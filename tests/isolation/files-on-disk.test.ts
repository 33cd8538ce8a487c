import { copyFile, mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Twin } from './twin.ts';
import { type TwinWorld, twinWorld } from './two-provinces.ts';

let twins: TwinWorld;

beforeAll(async () => {
  twins = await twinWorld();
});
afterAll(() => twins[Symbol.asyncDispose]());

/** Files that do not lie in the folder of the province whose row they belong to. */
async function misplaced(): Promise<string[]> {
  const { world, hue, dakLak } = twins;
  const root = join(world.dataDir, 'files');
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const own = new Map<string, string>();
  for (const { site } of [hue, dakLak]) for (const id of await filesOf(site)) own.set(id, site.id);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => own.get(path.split('/').at(-1)!.split('.')[0]!) !== path.split('/')[0]);
}

async function filesOf(site: Twin['site']): Promise<string[]> {
  const { rows } = await site.database(({ pool }) => pool.query<{ id: string }>('select id from core.files'));
  return rows.map(({ id }) => id);
}

test("each province's pictures lie in a folder of its own, and nothing lies elsewhere", async () => {
  const { world, hue, dakLak } = twins;
  expect((await readdir(join(world.dataDir, 'files'))).toSorted()).toEqual(['dak-lak', 'hue']);
  expect(await misplaced()).toEqual([]);
  for (const { site } of [hue, dakLak]) expect(await filesOf(site)).toHaveLength(6);
});

test("a picture of Huế among Đắk Lắk's is found", async () => {
  const { world, hue } = twins;
  const id = hue.pendingPhoto;
  const name = join(id.slice(0, 2), `${id}.full.webp`);
  const wrong = join(world.dataDir, 'files', 'dak-lak', name);
  await mkdir(dirname(wrong), { recursive: true });
  await copyFile(join(world.dataDir, 'files', 'hue', name), wrong);
  expect(await misplaced()).toEqual([join('dak-lak', name)]);
});
