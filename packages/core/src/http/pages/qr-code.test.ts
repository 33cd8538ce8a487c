import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { qrCode } from './qr-code.ts';
import { qrModules } from './qr-modules.ts';

const drawn = (text: string) => qrModules(text).map((row) => row.map((dark) => (dark ? '#' : '.')).join('')).join('\n');
const long = 'otpauth://totp/Hu%E1%BA%BF'.repeat(40);

/** As the npm package qrcode 1.5.4 draws it, with level L and mask 0. */
const reference = `
#######....#..#######
#.....#..#....#.....#
#.###.#.#.##..#.###.#
#.###.#..#..#.#.###.#
#.###.#..#....#.###.#
#.....#..###..#.....#
#######.#.#.#.#######
........#.##.........
###.#####.#.###...#..
.#.##....#..###.#...#
..#.#.#.#..##...#.###
.#......####.#.#....#
####.###...##....#.#.
........###.#.####.##
#######.#..###.##.###
#.....#.#.#.##.#...#.
#.###.#.#.##...##...#
#.###.#..####.#.##...
#.###.#.##.###.####.#
#.....#.##.#.......#.
#######.#..###.###.##`;

test('a code is drawn module for module as another implementation draws it', () => {
  expect(drawn('otpauth://totp/x')).toBe(reference.trim());
});

test.each([
  [180, 49, 'b9d273b00476e8173aca749d5b6592de4ec814d6f7a19f91a3393449b7614f81'],
  [858, 97, '068722d0f662811fbd5411af15a27c872b63643fdfed463fbdac67bc8d7fd735'],
])('so is one of %i bytes, in blocks with alignment and version', (bytes, size, hash) => {
  const text = drawn(long.slice(0, bytes));
  expect([text.split('\n').length, createHash('sha256').update(text).digest('hex')]).toEqual([size, hash]);
});

test('what does not fit is refused, and the picture has words for those who do not see it', async () => {
  expect(() => qrModules(long.slice(0, 859))).toThrow(RangeError);
  expect(String(await qrCode('x', 'Mã "QR"'))).toContain('role="img" aria-label="Mã &quot;QR&quot;"');
});
