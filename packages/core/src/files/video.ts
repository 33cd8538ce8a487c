import { open } from 'node:fs/promises';
import { Problem } from '../plugin/problem.ts';
import type { VideoPart } from './stored-parts.ts';

/** Bytes at the beginning that tell what a file is. */
const headBytes = 4_096;

/**
 * Content decides, as with pictures: MP4, MOV and 3GP are one container, WebM and Matroska another. Anything else is
 * refused, whatever it is called; a playlist, which would make a decoder fetch from elsewhere, is never one of these.
 */
export function containerOf(head: Uint8Array): VideoPart | undefined {
  const text = Buffer.from(head.buffer, head.byteOffset, head.byteLength);
  // Before `ftyp` old QuickTime files may have their media or an empty box.
  if (/^(ftyp|moov|mdat|wide|free)$/.test(text.toString('latin1', 4, 8))) return 'mp4';
  return text.length >= 4 && text.readUInt32BE(0) === 0x1a45dfa3 ? 'webm' : undefined;
}

/** @throws Problem 415 `not-a-video` */
export async function judgeVideo(path: string): Promise<VideoPart> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const container = containerOf(buffer.subarray(0, bytesRead));
    if (container === undefined) throw notAVideo();
    return container;
  } finally {
    await file.close();
  }
}

export function notAVideo(cause?: unknown): Problem {
  return new Problem(
    415,
    'not-a-video',
    { vi: 'Tệp gửi lên không phải là video đọc được.', en: 'The file is not a video that can be read.' },
    { detail: { vi: 'Chấp nhận MP4, MOV, 3GP, WebM.', en: 'MP4, MOV, 3GP and WebM are accepted.' }, cause },
  );
}
