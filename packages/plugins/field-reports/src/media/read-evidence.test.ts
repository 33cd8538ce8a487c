import sharp from 'sharp';
import { expect, test } from 'vitest';
import { placeOf, readEvidence, timeOf } from './read-evidence.ts';

const picture = (exif?: Record<string, Record<string, string>>) => {
  const drawn = sharp({ create: { width: 16, height: 12, channels: 3, background: '#777' } });
  return (exif === undefined ? drawn : drawn.withExif(exif)).jpeg().toBuffer();
};

test("a phone's picture says when and where it was taken", async () => {
  const bytes = await picture({
    IFD2: { DateTimeOriginal: '2026:11:22 14:05:00', OffsetTimeOriginal: '+07:00' },
    IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '16/1 27/1 4932/100', GPSLongitudeRef: 'E', GPSLongitude: '107/1 35/1 2724/100' },
  });
  const { takenAt, lat, lon } = await readEvidence(bytes);
  expect(takenAt?.toISOString()).toBe('2026-11-22T07:05:00.000Z');
  expect([lat, lon]).toEqual([expect.closeTo(16.4637, 4), expect.closeTo(107.5909, 4)]);
});

test.each([
  ['a picture without metadata', await picture()],
  ['no picture at all', Buffer.from('<html>')],
  ['nothing', Buffer.alloc(0)],
  ['half a picture', (await picture({ IFD2: { DateTimeOriginal: '2026:11:22 14:05:00' } })).subarray(0, 40)],
])('%s says nothing, and is no error', async (_what, bytes) => {
  expect(await readEvidence(bytes)).toEqual({ takenAt: null, lat: null, lon: null });
});

test('a time without a zone is of Vietnam; one that no clock shows is none', () => {
  expect(timeOf('2026:11:22 14:05:00', undefined)?.toISOString()).toBe('2026-11-22T07:05:00.000Z');
  expect(timeOf('2026:11:22 14:05:00', '+00:00')?.toISOString()).toBe('2026-11-22T14:05:00.000Z');
  for (const wrong of ['2026:13:45 99:99:99', '0000:00:00 00:00:00', '1980:01:01 00:00:00', 'hôm qua', 7, undefined]) expect(timeOf(wrong, undefined)).toBeNull();
});

test('a place off the earth, and 0/0, is none', () => {
  for (const [lat, lon] of [[0, 0], [91, 0], [16, 181], [NaN, NaN], ['16', '107'], [undefined, 107]]) expect(placeOf(lat, lon)).toEqual({ lat: null, lon: null });
  expect(placeOf(16.4637, 107.5909)).toEqual({ lat: 16.4637, lon: 107.5909 });
});
