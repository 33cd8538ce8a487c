import { expect, test } from 'vitest';
import { containerOf } from './video.ts';

const bytes = (...parts: (string | number[])[]) => Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));

test.each([
  ['an MP4 of a phone', bytes([0, 0, 0, 24], 'ftypmp42'), 'mp4'],
  ['a MOV of an iPhone', bytes([0, 0, 0, 20], 'ftypqt  '), 'mp4'],
  ['an old MOV, which begins with its media', bytes([0, 0, 4, 0], 'mdat'), 'mp4'],
  ['a WebM', bytes([0x1a, 0x45, 0xdf, 0xa3, 1, 0]), 'webm'],
  ['a page', bytes('<html><body>ftypmp42'), undefined],
  ['a playlist, which names files to fetch', bytes('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\nhttp://10.0.0.1/'), undefined],
  ['a list of files for ffmpeg', bytes("ffconcat version 1.0\nfile '/etc/passwd'"), undefined],
  ['a picture', bytes([0xff, 0xd8, 0xff, 0xe0], 'JFIF'), undefined],
  ['nothing', bytes(''), undefined],
])('%s is known by its first bytes', (_what, head, container) => {
  expect(containerOf(head)).toBe(container);
});
