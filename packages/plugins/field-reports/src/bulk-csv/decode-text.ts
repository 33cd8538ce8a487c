import type { Problem } from '@tinhthong/core';
import { invalid, type Text } from '@tinhthong/core';
import iconv from 'iconv-lite';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';

export interface Decoded {
  readonly encoding: Encoding;
  /** NFC, without the mark at its beginning. */
  readonly text: string;
}

/**
 * The text of a file whose encoding nobody says: by its mark; by the zeros that UTF-16 has between Latin letters; as
 * UTF-8 where it is sound; else as Windows-1258, in which older Vietnamese spreadsheets save.
 *
 * @throws Problem 422 for what is no text, or is cut off in the middle of a character
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const encoding = encodingOf(bytes);
  const text = decoded(bytes, encoding).replace(/^\ufeff/, '').normalize('NFC');
  if (text.includes('\0') || text.includes('\ufffd') || !text.isWellFormed()) throw noText({ vi: 'không phải tệp chữ, hoặc bảng mã không nhận ra được', en: 'is no text, or of an encoding that is not known' });
  return { encoding, text };
}

function encodingOf(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  return byZeros(bytes) ?? (isUtf8(bytes) ? 'utf-8' : 'windows-1258');
}

/** In a header of Latin letters every other byte of UTF-16 is zero. */
function byZeros(bytes: Uint8Array): Encoding | undefined {
  const head = bytes.subarray(0, 512);
  const zeros = (parity: number) => head.filter((byte, i) => byte === 0 && i % 2 === parity).length / Math.max(1, head.length / 2);
  if (zeros(1) > 0.5) return 'utf-16le';
  return zeros(0) > 0.5 ? 'utf-16be' : undefined;
}

function isUtf8(bytes: Uint8Array): boolean {
  if (decodes(bytes, false)) return true;
  // All sound but for the last few bytes: UTF-8 that is cut off, and not some other encoding.
  if (bytes.some((byte) => byte >= 0x80) && decodes(bytes, true)) throw cutOff();
  return false;
}

function decodes(bytes: Uint8Array, stream: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream });
    return true;
  } catch {
    return false;
  }
}

function decoded(bytes: Uint8Array, encoding: Encoding): string {
  if (encoding.startsWith('utf-16') && bytes.length % 2 === 1) throw cutOff();
  if (encoding === 'utf-8') {
    if (!decodes(bytes, false)) throw decodes(bytes, true) ? cutOff() : noText({ vi: 'có dấu UTF-8 nhưng nội dung không phải UTF-8', en: 'has the mark of UTF-8 and is none' });
    return new TextDecoder().decode(bytes);
  }
  return encoding === 'windows-1258' ? iconv.decode(Buffer.from(bytes), 'windows-1258') : new TextDecoder(encoding).decode(bytes);
}

const noText = (message: Text): Problem => invalid('body', message);

function cutOff(): Problem {
  return noText({ vi: 'tệp bị cắt giữa chừng', en: 'is cut off' });
}
