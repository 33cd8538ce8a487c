import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { reportEvents } from '../src/events.ts';
import { moves } from '../src/report-states.ts';
import { settings } from '../src/settings.ts';

const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
const readme = await read('../README.md');
const guide = await read('../../../../docs/modules.md');

/** The cells of every row of a table that begins with a word in code. */
function rowsUnder(heading: string): string[][] {
  const section = readme.split(/^## /m).find((part) => part.startsWith(heading)) ?? '';
  return [...section.matchAll(/^\| `.*\|$/gm)].map(([row]) => row.slice(1, -1).split('|').map((cell) => cell.replaceAll('`', '').trim()));
}

test('the README shows every move of a report, who makes it, and what it is called in the log', () => {
  const shown = Object.entries(moves).map(([name, { from, to, by, event }]) => [name, from.join(', '), to, by, event]);
  expect(rowsUnder('Trạng thái')).toEqual(shown);
});

test('the README shows every setting with the value it has where a province says nothing', () => {
  const defaults = Object.entries(settings.parse({})).map(([name, value]) => [name, String(value)]);
  expect(rowsUnder('Cài đặt').map((cells) => cells.slice(0, 2))).toEqual(defaults);
});

test('the README names every event and who may see it', () => {
  const [, events = ''] = readme.split('## Sự kiện');
  const [forAll = '', guarded = ''] = events.split('##')[0]!.split(';');
  const named = (text: string) => [...text.matchAll(/`(report(?:er)?\.[a-z]+)`/g)].map(([, name]) => name);
  const visible = (to: string) => Object.entries(reportEvents).flatMap(([name, { visibleTo }]) => (visibleTo === to ? [name] : []));
  expect(named(forAll).toSorted()).toEqual(visible('public').toSorted());
  expect(named(guarded)).toEqual(visible('report:identify'));
});

test('what the guide for vendors quotes of this module stands in it word for word', async () => {
  const quotes = [...guide.matchAll(/^`(src\/[^`]+)`:\n\n```ts\n([\s\S]*?)```$/gm)];
  expect(quotes.length).toBeGreaterThan(3);
  for (const [, file, quote] of quotes) expect([file, await read(`../${file}`)]).toEqual([file, expect.stringContaining(quote!)]);
});
