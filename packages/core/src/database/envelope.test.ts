import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { keyFor, mac, open, seal } from './envelope.ts';

const key = randomBytes(32);
const place = 'hue|reports|phone|1';
const secret = Buffer.from('0914 000 111');

test('a sealed value opens with its key at its place, and shows nothing of itself before', () => {
  const sealed = seal(key, place, secret);
  expect(open(key, place, sealed).toString()).toBe('0914 000 111');
  expect(sealed.includes(secret)).toBe(false);
  // The same value sealed twice looks different: equal numbers cannot be told from outside.
  expect(seal(key, place, secret).equals(sealed)).toBe(false);
});

test.each(['dak-lak|reports|phone|1', 'hue|reports|phone|2', 'hue|reports|email|1', ''])('it does not open at another place (%s)', (elsewhere) => {
  expect(() => open(key, elsewhere, seal(key, place, secret))).toThrow();
});

test('it does not open with another key, nor when a single bit was changed', () => {
  expect(() => open(randomBytes(32), place, seal(key, place, secret))).toThrow();
  const sealed = seal(key, place, secret);
  for (const at of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => open(key, place, changed), `byte ${at}`).toThrow();
  }
  expect(() => open(key, place, sealed.subarray(0, 20))).toThrow();
});

test('each purpose has a key of its own: a signature for one does not serve another', () => {
  expect(keyFor(key, 'cursors').equals(keyFor(key, 'cursors'))).toBe(true);
  expect(mac(keyFor(key, 'cursors'), 'text').equals(mac(keyFor(key, 'file-links'), 'text'))).toBe(false);
  expect(keyFor(randomBytes(32), 'cursors').equals(keyFor(key, 'cursors'))).toBe(false);
});
