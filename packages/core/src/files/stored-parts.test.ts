import { expect, test } from 'vitest';
import { allParts, mediaTypeOf, partAt, partPath, partsOf } from './stored-parts.ts';

const id = '3f2a0c9e-1d2b-4c5d-8e6f-a1b2c3d4e5f6';

test('the path of every part leads back to it, below whatever folder', () => {
  for (const part of allParts) {
    expect(partAt(`hue/${partPath({ id, part })}`)).toEqual({ id, part });
    expect(partAt(`files/${partPath({ id, part })}`)).toEqual({ id, part });
  }
});

test.each([`hue/3f/${id}.full.webp.part`, `hue/3f/${id}.other.webp`, `hue/3f/${id}.video.exe`, `hue/3f/lạ`, `hue/${id}.full.webp`])('%s is no part of a file', (path) => {
  expect(partAt(path)).toBeUndefined();
});

test('a picture is two parts, a video one, and each part is of the media type of its file', () => {
  expect(partsOf('image/webp')).toEqual(['full', 'thumbnail']);
  for (const part of ['mp4', 'webm'] as const) expect(partsOf(mediaTypeOf[part])).toEqual([part]);
});
