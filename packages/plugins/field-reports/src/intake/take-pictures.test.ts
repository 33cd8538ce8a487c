import { Problem } from '@tinhthong/core';
import { expect, test } from 'vitest';
import { takePictures } from './take-pictures.ts';

const bytes = (...texts: string[]) => texts.map((text) => Buffer.from(text));
const refusal = (status: number) => new Problem(status, 'refused', { vi: `Từ chối ${status}.` });
/** A picture says of itself what becomes of it. */
const keep = async (picture: Uint8Array) => {
  const said = Buffer.from(picture).toString();
  if (/^\d{3}$/.test(said)) throw refusal(Number(said));
  return { id: said };
};

test('a bad picture is told of by its number, and the good ones before and after it stay', async () => {
  expect(await takePictures(bytes('a', '415', 'b', '413'), keep)).toEqual({
    photos: ['a', 'b'],
    refused: [{ number: 2, why: { vi: 'Từ chối 415.' } }, { number: 4, why: { vi: 'Từ chối 413.' } }],
  });
});

test('what is not the fault of a picture is nobody’s to pass over: a full store, too many at once', async () => {
  for (const status of [429, 507]) await expect(takePictures(bytes('a', String(status)), keep)).rejects.toMatchObject({ status });
  expect((await takePictures(bytes('507', 'a'), keep, [507])).photos).toEqual(['a']);
});
