import { expect, test } from 'vitest';
import { base32, fromBase32, otpauthUri, stepOfCode, totpCode } from './totp.ts';

const secret = Buffer.from('12345678901234567890');

// RFC 6238, appendix B, its last six digits.
test.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1111111111, '050471'],
  [1234567890, '005924'],
  [2000000000, '279037'],
  [20000000000, '353130'],
])('at second %i the code is the one that the standard gives', (second, code) => {
  expect(totpCode(secret, new Date(second * 1_000))).toBe(code);
});

test('a code counts half a minute around its own, and no longer', () => {
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1_000);
  const code = totpCode(secret, at(0));
  expect([-31, -30, 0, 29, 59].map((seconds) => stepOfCode(secret, code, at(seconds)) !== undefined)).toEqual([false, true, true, true, true]);
  expect(stepOfCode(secret, code, at(60))).toBeUndefined();
  expect(stepOfCode(secret, '', at(0))).toBeUndefined();
});

test('the secret is written as authenticator apps read it', () => {
  expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
  expect(fromBase32('MZXW6YTBOI').toString()).toBe('foobar');
  expect(otpauthUri(secret, { issuer: 'Huế', label: 'admin@hue.example' })).toBe(
    'otpauth://totp/Hu%E1%BA%BF:admin%40hue.example?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Hu%E1%BA%BF',
  );
});
