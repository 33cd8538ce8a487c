import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { isSealedWith, keyFor, mac, nameOfKey, open, seal } from './envelope.ts';

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

test('while a key is being replaced the newest seals and either opens; a value tells which key is its own', () => {
  const newer = randomBytes(32);
  const [before, after] = [seal(key, place, secret), seal([newer, key], place, secret)];
  for (const sealed of [before, after]) expect(open([newer, key], place, sealed).equals(secret)).toBe(true);
  expect([isSealedWith(key, before), isSealedWith(newer, after), isSealedWith(key, after)]).toEqual([true, true, false]);
  expect(() => open(key, place, after)).toThrow(nameOfKey(key));
});

test('a value of before keys could be replaced, which names no key, still opens with any that fits', () => {
  const sealed = seal(key, place, secret);
  const former = Buffer.concat([Buffer.of(1), sealed.subarray(5)]);
  expect(open([randomBytes(32), key], place, former).equals(secret)).toBe(true);
  expect(isSealedWith(key, former)).toBe(false);
});

test('each purpose has a key of its own: a signature for one does not serve another', () => {
  expect(keyFor(key, 'cursors').equals(keyFor(key, 'cursors'))).toBe(true);
  expect(mac(keyFor(key, 'cursors'), 'text').equals(mac(keyFor(key, 'file-links'), 'text'))).toBe(false);
  expect(keyFor(randomBytes(32), 'cursors').equals(keyFor(key, 'cursors'))).toBe(false);
});
