import { invalid, type Problem } from '@tinhthong/core';
import { z } from 'zod';

/** A passage of the public text: where it begins, and how it reads there, so that nobody hides what somebody else has just changed. */
export const passage = z.strictObject({ at: z.int().min(0).max(10_000), text: z.string().min(1).max(4_000) }).meta({ id: 'TextPassage', example: { at: 12, text: 'nhà ông Ba' } });
export type Passage = z.output<typeof passage>;

export const hidden = '[đã che]';

/** The text without the passages; those that touch or overlap become one gap. @throws Problem 422 where one does not stand there */
export function hidePassages(text: string, passages: readonly Passage[]): string {
  const wrong = passages.findIndex(({ at, text: said }) => !text.startsWith(said, at));
  if (wrong !== -1) throw notThere(wrong);
  let shown = '';
  let end = 0;
  for (const { at, text: said } of passages.toSorted((a, b) => a.at - b.at)) {
    if (at > end || shown === '') shown += text.slice(end, at) + hidden;
    end = Math.max(end, at + said.length);
  }
  return shown + text.slice(end);
}

function notThere(index: number): Problem {
  return invalid(`body.passages.${index}`, {
    vi: 'đoạn này không có ở đó trong bản công khai; có người vừa sửa, hãy tải lại',
    en: 'the public text does not read so there; somebody has changed it, please reload',
  });
}
