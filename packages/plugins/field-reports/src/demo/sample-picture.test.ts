import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { pictureKinds, samplePicture } from './sample-picture.ts';
import { computingMs } from '../../test/demo-provinces.ts';

describe.each(pictureKinds)('a picture of %s', (kind) => {
  test('is a JPEG of 800 × 600 under 60 kB, before and after, and the two differ', async () => {
    const [before, after] = await Promise.all([samplePicture(kind, { seed: 46, after: false }), samplePicture(kind, { seed: 46, after: true })]);
    for (const picture of [before, after]) {
      expect(picture.length).toBeLessThan(60_000);
      const { format, width, height } = await sharp(picture).metadata();
      expect({ format, width, height }).toEqual({ format: 'jpeg', width: 800, height: 600 });
      const { channels } = await sharp(picture).stats();
      expect(Math.max(...channels.map(({ stdev }) => stdev))).toBeGreaterThan(20);
    }
    expect(before.equals(after)).toBe(false);
  });
});

describe('pictures', () => {
  test('are the same for the same seed and another for another', async () => {
    const draw = (seed: number) => samplePicture('pothole', { seed, after: false });
    const [one, again, other] = await Promise.all([draw(1), draw(1), draw(2)]);
    expect(one.equals(again)).toBe(true);
    expect(one.equals(other)).toBe(false);
  });

  test('take less than 40 ms of computing each', async () => {
    const begin = computingMs();
    for (const kind of pictureKinds) await samplePicture(kind, { seed: 3, after: false });
    expect((computingMs() - begin) / pictureKinds.length).toBeLessThan(40);
  });

  test('are refused for what is not drawn', async () => {
    await expect(samplePicture('toString', { seed: 1, after: false })).rejects.toThrow(RangeError);
  });
});
