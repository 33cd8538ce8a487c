import { invalid } from '@tinhthong/core';
import parsePhone from 'libphonenumber-js/min';

/** A phone number as people write it, in E.164. @throws Problem 422 at `path` for what is none */
export function phoneOf(text: string, path: string): string {
  const phone = parsePhone(text, 'VN');
  if (phone === undefined || !phone.isPossible()) throw invalid(path, { vi: 'số điện thoại chưa đúng', en: 'not a phone number' });
  return phone.number;
}
