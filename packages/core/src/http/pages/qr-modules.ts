/**
 * ISO/IEC 18004 in byte mode with error correction level L, which is enough from a screen. Per version from 1: codewords
 * for error correction in a block, and blocks.
 */
const versions = [
  [7, 1], [10, 1], [15, 1], [20, 1], [26, 1], [18, 2], [20, 2], [24, 2], [30, 2], [18, 4],
  [20, 4], [24, 4], [26, 4], [30, 4], [22, 6], [24, 6], [28, 6], [30, 6], [28, 7], [28, 8],
] as const;

/** The dark modules, by row and column. @throws RangeError for more than 858 bytes */
export function qrModules(text: string): boolean[][] {
  const bytes = new TextEncoder().encode(text);
  const version = versions.findIndex((_, index) => bytes.length <= dataBytes(index + 1) - (index < 9 ? 2 : 3)) + 1;
  if (version === 0) throw new RangeError('too long for a QR code');
  const size = 17 + 4 * version;
  const modules = [...Array(size).keys()].map(() => Array<boolean | undefined>(size).fill(undefined));
  drawPatterns(modules, version);
  drawData(modules, codewords(bytes, version));
  return modules as boolean[][];
}

const alignmentsPerSide = (version: number) => (version === 1 ? 0 : Math.floor(version / 7) + 2);

function dataBytes(version: number): number {
  const alignments = alignmentsPerSide(version);
  const modules = (16 * version + 128) * version + 64 - (alignments && (25 * alignments - 10) * alignments - 55) - (version < 7 ? 0 : 36);
  const [correction, blocks] = versions[version - 1]!;
  return Math.floor(modules / 8) - correction * blocks;
}

/** Length, bytes and padding, in blocks that are interleaved, each with its error correction. */
function codewords(bytes: Uint8Array, version: number): number[] {
  const [correction, count] = versions[version - 1]!;
  const capacity = dataBytes(version);
  const length = bytes.length.toString(2).padStart(version < 10 ? 8 : 16, '0');
  const bits = `0100${length}${[...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')}0000`;
  const data = bits.match(/.{8}/g)!.map((eight) => Number.parseInt(eight, 2));
  for (let pad = 0xec; data.length < capacity; pad ^= 0xec ^ 0x11) data.push(pad);
  const short = Math.floor(capacity / count);
  const long = capacity % count;
  const blocks = [...Array(count).keys()].map((i) => {
    const start = i * short + Math.max(0, i - (count - long));
    return data.slice(start, start + short + (i < count - long ? 0 : 1));
  });
  const checks = blocks.map((block) => remainder(block, correction));
  const interleaved = (lists: readonly number[][], most: number) => [...Array(most).keys()].flatMap((i) => lists.flatMap((list) => list[i] ?? []));
  return [...interleaved(blocks, short + 1), ...interleaved(checks, correction)];
}

/** Reed and Solomon's, over GF(256) with the polynomial 0x11d. */
function remainder(data: readonly number[], degree: number): number[] {
  let divisor = [1];
  for (let i = 0, root = 1; i < degree; i += 1, root = times(root, 2)) {
    divisor = [...divisor, 0].map((value, at) => value ^ times(divisor[at - 1] ?? 0, root));
  }
  const rest = Array<number>(degree).fill(0);
  for (const byte of data) {
    const factor = byte ^ rest.shift()!;
    rest.push(0);
    for (let i = 0; i < degree; i += 1) rest[i]! ^= times(divisor[i + 1]!, factor);
  }
  return rest;
}

function times(a: number, b: number): number {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product;
}

type Modules = (boolean | undefined)[][];

/** Everything that is not data: what finds the code, lines it up, and says its version and mask. */
function drawPatterns(modules: Modules, version: number): void {
  const size = modules.length;
  const set = (x: number, y: number, dark: boolean) => {
    const inside = x >= 0 && y >= 0 && x < size && y < size;
    if (inside && modules[y]![x] === undefined) modules[y]![x] = dark;
  };
  const rings = (x: number, y: number, radius: number, dark: (ring: number) => boolean) => {
    for (let dy = -radius; dy <= radius; dy += 1) for (let dx = -radius; dx <= radius; dx += 1) set(x + dx, y + dy, dark(Math.max(Math.abs(dx), Math.abs(dy))));
  };
  for (const [x, y] of [[3, 3], [size - 4, 3], [3, size - 4]] as const) rings(x, y, 4, (ring) => ring !== 2 && ring !== 4);
  const sides = alignmentsPerSide(version);
  const step = sides < 2 ? 0 : Math.ceil((version * 4 + 4) / (sides * 2 - 2)) * 2;
  const places = [...Array(sides).keys()].map((i) => (i === 0 ? 6 : size - 7 - (sides - 1 - i) * step));
  for (const x of places) for (const y of places) if (modules[y]![x] === undefined) rings(x, y, 2, (ring) => ring !== 1);
  for (let i = 8; i < size - 8; i += 1) {
    set(i, 6, i % 2 === 0);
    set(6, i, i % 2 === 0);
  }
  // Level L with mask 0, under its own error correction, on both sides of the first finder.
  const format = 0b111011111000100;
  for (let i = 0; i < 15; i += 1) {
    const dark = ((format >> i) & 1) === 1;
    set(8, i < 6 ? i : i < 8 ? i + 1 : size - 15 + i, dark);
    set(i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i, 8, dark);
  }
  set(8, size - 8, true);
  if (version < 7) return;
  let rest = version;
  for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
  for (let i = 0; i < 18; i += 1) {
    const dark = ((((version << 12) | rest) >> i) & 1) === 1;
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
    set(far, near, dark);
    set(near, far, dark);
  }
}

/** In double columns from the right, up and down in turn, under mask 0. */
function drawData(modules: Modules, data: readonly number[]): void {
  const size = modules.length;
  let bit = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    // The column of the timing pattern holds none.
    if (right === 6) right = 5;
    const upward = ((right + 1) & 2) === 0;
    for (let step = 0; step < size; step += 1) {
      const y = upward ? size - 1 - step : step;
      for (const x of [right, right - 1]) {
        if (modules[y]![x] !== undefined) continue;
        const dark = (((data[bit >> 3] ?? 0) >> (7 - (bit & 7))) & 1) === 1;
        modules[y]![x] = dark !== ((x + y) % 2 === 0);
        bit += 1;
      }
    }
  }
}
