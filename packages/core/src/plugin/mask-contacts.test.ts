import { expect, test } from 'vitest';
import { maskContacts } from './mask-contacts.ts';

test.each(['0905123456', '0905 123 456', '0905.123.456', '+84 905 123 456', '84905123456', '(0234) 382 2000', '0234 382 2000', '+84(905)123456', '0905\u00a0123\u00a0456'])('the telephone %s is not shown', (phone) => {
  expect(maskContacts(`Gọi ${phone}, cảm ơn`)).toBe('Gọi [số điện thoại], cảm ơn');
});

test.each(['thu.an@vidu.vn', 'an+bao@hue.vidu.vn', 'an@tên-miền.vn'])('the e-mail address %s is not shown', (email) => {
  expect(maskContacts(`Thư: ${email}`)).toBe('Thư: [email]');
});

test.each(['046099001234', '046 099 001 234', '191234567'])('the identity number %s is not shown', (number) => {
  expect(maskContacts(`CCCD ${number}.`)).toBe('CCCD [số giấy tờ].');
});

test.each(['Ngập 120 cm từ 05:30 ngày 22/11/2026', '2026-11-22T08:30:00', 'Hết 100.000.000 đồng', 'Ổ gà trước số 12/5 Lê Lợi', 'Cột đèn 0123', '16.4637, 107.5909'])('%s is no way to reach anybody and stays', (text) => {
  expect(maskContacts(text)).toBe(text);
});

test('every one of several is masked', () => {
  expect(maskContacts('0905123456 hoặc 0914 567 890 hoặc a@b.vn')).toBe('[số điện thoại] hoặc [số điện thoại] hoặc [email]');
});
