import { isAbsolute } from 'node:path';
import { expect, test } from 'vitest';
import { readSettings } from './config.ts';

test('the data folder is absolute, so that a plugin installed there can be imported', () => {
  for (const env of [{}, { DATA_DIR: 'du-lieu' }, { DATA_DIR: '/srv/tinhthong' }]) expect(isAbsolute(readSettings(env).dataDir)).toBe(true);
});

test('the national sites and the index answer at hosts of the operator, which are names and not addresses', () => {
  const own = { INDEX_HOST: 'tinhthong.example.vn', MINISTRY_HOST: 'Bo.example.vn', PLATFORM_HOST: 'van-hanh.example.vn' };
  expect(readSettings(own).siteHosts).toEqual({ index: 'tinhthong.example.vn', ministry: 'bo.example.vn', platform: 'van-hanh.example.vn' });
  expect(readSettings({}).siteHosts).toEqual({ index: 'localhost', ministry: 'ministry.localhost', platform: 'platform.localhost' });
  for (const wrong of ['https://bo.example.vn', 'bo.example.vn:443', 'bo.example.vn/', '*.example.vn', '']) {
    expect(() => readSettings({ MINISTRY_HOST: wrong }), wrong).toThrow('MINISTRY_HOST');
  }
});
