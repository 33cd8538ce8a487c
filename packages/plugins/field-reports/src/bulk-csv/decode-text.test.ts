import { Problem } from '@tinhthong/core';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { decodeText } from './decode-text.ts';

const text = 'service_name,description\r\nĐường sá hư hỏng,"Ổ gà lớn trước cổng trường, xin sửa sớm"\r\n';
const utf16be = (marked: boolean) => iconv.encode(text, 'utf-16be', { addBOM: marked });
/** Windows-1258 writes the tone behind its vowel, and has no letter with both. */
const windows1258 = iconv.encode([...text].map((letter) => withTone(letter)).join(''), 'windows-1258');

function withTone(letter: string): string {
  if (iconv.decode(iconv.encode(letter, 'windows-1258'), 'windows-1258') === letter) return letter;
  const [base = '', ...marks] = letter.normalize('NFD');
  const tones = marks.filter((mark) => '\u0300\u0301\u0303\u0309\u0323'.includes(mark));
  return (base + marks.filter((mark) => !tones.includes(mark)).join('')).normalize('NFC') + tones.join('');
}

test.each([
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-8 without one', Buffer.from(text), 'utf-8'],
  ['UTF-8 with separate marks (NFD)', Buffer.from(text.normalize('NFD')), 'utf-8'],
  ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
  ['UTF-16 LE without one', Buffer.from(text, 'utf16le'), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16be(true), 'utf-16be'],
  ['UTF-16 BE without one', utf16be(false), 'utf-16be'],
  ['Windows-1258', windows1258, 'windows-1258'],
])('%s is read as it was meant', (_, bytes, encoding) => {
  expect(decodeText(bytes)).toEqual({ encoding, text });
});

const refusal = (bytes: Uint8Array) => {
  try {
    return decodeText(bytes).encoding;
  } catch (problem) {
    return problem instanceof Problem ? problem.errors[0]!.message.en : problem;
  }
};

test('a file that ends in the middle of a character is cut off, and not taken for another encoding', () => {
  expect(refusal(Buffer.from('a,Ổ').subarray(0, -1))).toBe('is cut off');
  expect(refusal(Buffer.from(`\ufeff${text}`, 'utf16le').subarray(0, -1))).toBe('is cut off');
});

test('a workbook, a picture and zeros are no text', () => {
  for (const bytes of [Buffer.from('PK\u0003\u0004\u0014\0\u0006\0', 'latin1'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]), Buffer.alloc(64), Buffer.from(`${text}\0`)]) {
    expect(refusal(bytes)).toMatch(/no text|cut off/);
  }
});
