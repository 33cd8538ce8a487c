import { expect, test } from 'vitest';
import { firstSent } from './first-sent.ts';

const say = (vi: string) => vi;
const home = { origin: 'https://hue.example' };

test('who sends the same twice is led to the first, by the code that the refusal names', () => {
  const messages = { vi: 'Bạn vừa gửi đúng phản ánh này rồi, mã HUE-26-0000124. Hãy theo dõi phản ánh đó.', en: '' };
  expect(firstSent(say, home, { code: 'already-sent', messages })?.href).toBe('https://hue.example/phan-anh/theo-doi?code=HUE-26-0000124');
  expect(firstSent(say, home, { code: 'already-sent', messages: { vi: 'Bạn vừa gửi đúng phản ánh này rồi.', en: '' } })?.href).toBe('https://hue.example/phan-anh/theo-doi');
  expect(firstSent(say, home, { code: 'invalid-input', messages })).toBeUndefined();
});
