import { readFile } from 'node:fs/promises';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { documents } from '../src/documents/documents.ts';
import { areas } from '../src/documents/sentences.ts';

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path: string) => readFile(at(path), 'utf8');

test('the README and docs/ are what the tables of the code make of them', async () => {
  for (const [path, text] of Object.entries(await documents())) expect([path, await read(path)]).toEqual([path, text]);
});

test('every rule of the domain page lies in a file that is there, and is held by a test that is there', async () => {
  for (const { says, files, tests } of areas.flatMap(({ sentences }) => sentences)) {
    for (const file of files) expect([says.en, file, existsSync(at(`src/${file}`))]).toEqual([says.en, file, true]);
    expect([says.en, tests.length > 0]).toEqual([says.en, true]);
    for (const [file, begins] of tests) expect([says.en, file, (await read(file)).includes(begins)]).toEqual([says.en, file, true]);
  }
});

test('every folder of the source is explained, and none that is gone', () => {
  const folders = readdirSync(at('src'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  expect(areas.map(({ folder }) => folder).toSorted()).toEqual(folders.toSorted());
});

test('what the guide for vendors quotes of this module stands in it word for word', async () => {
  const guide = await read('../../../docs/modules.md');
  const quotes = [...guide.matchAll(/^`(src\/[^`]+)`:\n\n```ts\n([\s\S]*?)```$/gm)];
  expect(quotes.length).toBeGreaterThan(3);
  for (const [, file, quote] of quotes) expect([file, await read(file!)]).toEqual([file, expect.stringContaining(quote!)]);
});
