import { expect, test } from 'vitest';
import { ownPath } from './own-path.ts';

test('after signing in a visitor is led back to where they were', () => {
  expect(ownPath('/phan-anh/viec?status=accepted')).toBe('/phan-anh/viec?status=accepted');
});

test.each(['', 'phan-anh', 'https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '/.//evil.example', '/..//evil.example', '/%2e//evil.example', 'javascript:alert(1)'])('"%s" leads nowhere else', (next) => {
  const path = ownPath(next);
  if (path !== undefined) expect(new URL(path, 'http://hue.localhost').host).toBe('hue.localhost');
  expect(path ?? '/').not.toMatch(/^\/[/\\]/);
});
