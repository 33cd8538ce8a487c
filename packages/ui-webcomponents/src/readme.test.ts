import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { afterEach, expect, test, vi } from 'vitest';
import { createClient } from './client/create-client.ts';

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const sheets = readFileSync(new URL('base/sheets.ts', import.meta.url), 'utf8');

afterEach(() => vi.unstubAllGlobals());

test('the example of the typed client runs, answered and refused', async () => {
  const block = readme.split('## Gọi API')[1]!.match(/```ts\n([\s\S]*?)```/)![1]!;
  const body = stripTypeScriptTypes(block).replace(/^import .*$/gm, '');
  const run = new Function('createClient', 'console', `return (async () => {${body}})();`) as (create: typeof createClient, console: { log(words: string): void }) => Promise<void>;
  const said: string[] = [];
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (request: Request) => {
    asked.push(request.url);
    return Response.json({ items: [{}, {}] });
  });
  await run(createClient, { log: (words) => void said.push(words) });
  vi.stubGlobal('fetch', async () => Response.json({ type: '/problems/module-off', status: 409, code: 'module-off', title: '', messages: { vi: 'Tỉnh chưa mở dịch vụ này.', en: '' }, traceId: '' }, { status: 409, headers: { 'content-type': 'application/problem+json' } }));
  await run(createClient, { log: (words) => void said.push(words) });
  expect(asked).toEqual(['https://hue.example/api/field-reports/reports?limit=10']);
  expect(said).toEqual(['2 phản ánh', 'Tỉnh chưa mở dịch vụ này.']);
});

test('every token of the sheets stands in the table, with its values', () => {
  const rows = readme.split('## Màu và chữ')[1]!.split('## ')[0]!;
  const tokens = [...sheets.matchAll(/var\((--tt-(?!home-)[a-z-]+)/g)].map(([, name]) => name!);
  expect(tokens.length).toBeGreaterThan(20);
  expect(tokens.filter((name) => !rows.includes(`\`${name}\``))).toEqual([]);
  const values = [...sheets.matchAll(/(#[0-9a-f]{3,6})\)+;/g)].map(([, value]) => value!);
  expect(values.filter((value) => !rows.includes(`\`${value}\``))).toEqual([]);
});
