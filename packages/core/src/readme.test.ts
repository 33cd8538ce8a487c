import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';

const readme = await readFile(new URL('../README.md', import.meta.url), 'utf8');
const entries = await readdir(new URL('.', import.meta.url), { withFileTypes: true });

test('the README has a row for every folder, and names none that is not there', () => {
  const rows = [...readme.matchAll(/^\| (`.*?`) \|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([\w-]+)\/`/g)].map(([, name]) => name!));
  expect(rows.toSorted()).toEqual(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name).toSorted());
});

test('what the README says is not here yet is not here', () => {
  const [, missing = ''] = readme.split('designed and not here yet:');
  const named = [...missing.matchAll(/`([\w-]+)\/`/g)].map(([, name]) => name!);
  expect(named.length).toBeGreaterThan(0);
  expect(entries.map(({ name }) => name).filter((name) => named.includes(name))).toEqual([]);
});
