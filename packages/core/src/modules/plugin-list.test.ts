import { expect, test } from 'vitest';
import { barePlugin } from '../kit/bare-plugin.ts';
import { pluginList } from './plugin-list.ts';

test('a plugin made for another core is named with its reason, and the rest starts', () => {
  const plugins = pluginList([barePlugin({ id: 'water', core: '^2.0.0' }), barePlugin({ id: 'air' })]);
  expect(plugins.all.map(({ id }) => id)).toEqual(['air']);
  expect(plugins.get('water')).toBeUndefined();
  expect(plugins.unavailable).toEqual(new Map([['water', 'Cần nền tảng / needs core ^2.0.0; hiện có / this is 1.0.0']]));
});

test('of two plugins with one name, the first serves and the second is reported', () => {
  const [first, second] = [barePlugin({ id: 'air', version: '1.0.0' }), barePlugin({ id: 'air', version: '2.0.0' })];
  const plugins = pluginList([first, second]);
  expect(plugins.get('air')).toBe(first);
  expect(plugins.unavailable.get('air')).toContain('two plugins');
});
