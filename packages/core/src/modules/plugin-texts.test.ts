import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { barePlugin } from '../kit/bare-plugin.ts';
import { ok, routeOf } from '../plugin/route.ts';
import { inWordsOf, textsOf, withTexts } from './plugin-texts.ts';

const route = routeOf()({ method: 'get', path: '/trees', access: 'public', summary: { vi: 'Cây' }, answers: { 200: { description: 'trees' } }, handle: async () => ok([]) });
const trees = barePlugin({
  id: 'street-trees',
  title: { vi: 'Cây xanh', en: 'Street trees' },
  permissions: { 'tree:read': { title: { vi: 'Xem cây' }, suggestedRoles: [] } },
  events: { publishes: { 'tree.felled': { title: { vi: 'Cây bị chặt' }, visibleTo: 'public', data: z.object({ tree: z.string() }) } }, consumes: {} },
  functions: [{ title: { vi: 'Báo cây đổ', en: 'Fallen tree' }, summary: { vi: 'Báo' }, href: '/cay', icon: 'tree' }],
  routes: [route],
});

test('every text that people meet is in the catalogue, under a name that stays when others are added', () => {
  expect(textsOf(trees, 'vi')).toEqual({
    title: 'Cây xanh',
    summary: 'street-trees',
    'permissions/tree:read/title': 'Xem cây',
    'events/publishes/tree.felled/title': 'Cây bị chặt',
    'functions//cay/title': 'Báo cây đổ',
    'functions//cay/summary': 'Báo',
  });
  expect(textsOf(trees, 'en')).toMatchObject({ title: 'Street trees', 'permissions/tree:read/title': '' });
});

test('a deployment says it in its own words: the plugin itself, its schemas and its routes stay as they are', () => {
  const own = withTexts(trees, 'en', { title: 'Urban trees', 'permissions/tree:read/title': 'See trees', 'functions//cay/title': '', 'no/such/place': 'x' });
  expect([own.title, own.permissions['tree:read']!.title, own.functions![0]!.title]).toEqual([
    { vi: 'Cây xanh', en: 'Urban trees' },
    { vi: 'Xem cây', en: 'See trees' },
    { vi: 'Báo cây đổ', en: 'Fallen tree' },
  ]);
  expect(trees.title.en).toBe('Street trees');
  expect(own.routes[0]).toBe(route);
  expect(own.events.publishes['tree.felled']!.data).toBe(trees.events.publishes['tree.felled']!.data);
});

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tinhthong-texts-'));
  for (const id of ['street-trees', 'broken']) await mkdir(join(folder, id));
  await writeFile(join(folder, 'street-trees', 'vi.json'), JSON.stringify({ title: 'Cây đô thị' }));
  await writeFile(join(folder, 'broken', 'vi.json'), '{"title": 5}');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the words are read from a file a language; without one the plugin keeps its own', async () => {
  expect((await inWordsOf(join(folder, 'street-trees'), trees)).title).toEqual({ vi: 'Cây đô thị', en: 'Street trees' });
  const lakes = barePlugin({ id: 'lakes' });
  expect(await inWordsOf(join(folder, 'lakes'), lakes)).toBe(lakes);
});

test('a catalogue that cannot be read is said with its file', async () => {
  await expect(inWordsOf(join(folder, 'broken'), barePlugin({ id: 'broken' }))).rejects.toThrow(join('broken', 'vi.json'));
});
