import { expect, test } from 'vitest';
import { maskText } from './mask-text.ts';

const phone = '[số điện thoại]';
const paper = '[số giấy tờ]';
const plate = '[biển số]';

test.each([
  '0905123456', '0905 123 456', '0905.123.456', '0905-123-456', '0905 12 34 56', '090 512 3456', '0905,123,456', '0 9 0 5 1 2 3 4 5 6', '0905_123_456',
  '+84905123456', '+84 905 123 456', '84905123456', '+84(0)905123456', '(+84) 905 123 456', '0084905123456', '(0905) 123 456',
  '0905\u00a0123\u00a0456', '0905\u200b123\u200b456', '０９０５１２３４５６', '0905–123–456',
  '0234 382 2000', '(0234) 382 2000', '(024) 3825 1234', '0234.3822.000', '01212 345 678', '+1 415 555 0132', '+66 81 234 5678',
  'không chín không năm một hai ba bốn năm sáu', 'Không chín không năm, một hai ba, bốn năm sáu', 'khong chin khong nam mot hai ba bon nam sau',
  'không chín 05 123 456', 'không chín không lăm một hai ba tư năm sáu', 'cộng tám tư chín không năm một hai ba bốn năm sáu',
])('the telephone %s is not shown', (number) => {
  expect(maskText(`Gọi ${number}, cảm ơn`)).toBe(`Gọi ${phone}, cảm ơn`);
});

test.each([
  ['ĐT0905123456 gặp tôi', `ĐT${phone} gặp tôi`],
  ['zalo.me/0905123456', `zalo.me/${phone}`],
  ['SĐT:0905123456.', `SĐT:${phone}.`],
  ['Nhà số 12 0905123456', `Nhà số 12 ${phone}`],
  ['0905123456/0914567890', `${phone}/${phone}`],
  ['0905123456 hoặc 0914 567 890 hoặc a@b.vn', `${phone} hoặc ${phone} hoặc [email]`],
  ['Gọi 0905123456, cccd 046099001234', `Gọi ${phone}, cccd ${paper}`],
])('"%s" becomes "%s"', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each(['thu.an@vidu.vn', 'an+bao@hue.vidu.vn', 'an@tên-miền.vn', 'thu.an @ vidu.vn', 'thuan(at)vidu.com', 'thuan [at] vidu [dot] com', 'thuan a còng vidu chấm com', 'thuan@vidu,com'])('the e-mail address %s is not shown', (address) => {
  expect(maskText(`Thư: ${address}`)).toBe('Thư: [email]');
});

test.each([
  ['CCCD 046099001234.', `CCCD ${paper}.`],
  ['CCCD 046 099 001 234.', `CCCD ${paper}.`],
  ['CCCD số: 046.099.001.234', `CCCD số: ${paper}`],
  ['0460 9900 1234', paper],
  ['046099001234', paper],
  ['CMND 191234567', `CMND ${paper}`],
  ['CMND 191 234 567 cấp năm 2015', `CMND ${paper} cấp năm 2015`],
  ['191234567', paper],
  ['căn cước công dân số 046.099.001.234', `căn cước công dân số ${paper}`],
  ['số định danh cá nhân: 046099001234', `số định danh cá nhân: ${paper}`],
  ['hộ chiếu số C1234567', `hộ chiếu số ${paper}`],
])('the identity number in "%s" is not shown', (text, masked) => {
  expect(maskText(text)).toBe(masked);
});

test.each([
  '75A-123.45', '75A 123.45', '75A12345', '75A-12345', '75-B1 234.56', '75B1-234.56', '75B1 23456', '75-B1-234.56', '75F1-2345', '75AA-123.45', '75LD-123.45', '75MĐ1-234.56', '75h1-123.45', '47C-678.90', '75A–123.45', '75H 123.45', '75h 123.45', '75 H 123.45', '75K.123.45', '75H 12345', '75M 1234', '75G – 123.45',
])('the plate %s is hidden where the category says so, and there only', (number) => {
  const text = `Xe ${number} đỗ trên vỉa hè`;
  expect(maskText(text, { plates: true })).toBe(`Xe ${plate} đỗ trên vỉa hè`);
  expect(maskText(text)).toBe(text);
});

test('a plate of the army or a foreigner is known by the words before it', () => {
  expect(maskText('xe biển số TM 12-34 chạy ẩu', { plates: true })).toBe(`xe biển số ${plate} chạy ẩu`);
  expect(maskText('BKS: 80-NG 123-45', { plates: true })).toBe(`BKS: ${plate}`);
});

test.each([
  'Ngập 120 cm từ 05:30 ngày 22/11/2026',
  '2026-11-22T08:30:00',
  'Từ 10:00 20/11/2026 đến 10:00 21/11/2026',
  'Hết 100.000.000 đồng',
  'Phạt 1.500.000.000 đ, sai quy định',
  'Thiệt hại 123456789 đồng',
  'Thu 250.000 mỗi hộ, cả xóm 12.500.000',
  'Ổ gà trước số 12/5 Lê Lợi',
  'Số nhà 123/45/6 kiệt 78 Nguyễn Huệ',
  'Kiệt 105, số 0912',
  'Cột đèn 0123, trụ 0456 và 0789',
  'Tại Km 825+450 quốc lộ 1A',
  'Km12+300 tỉnh lộ 10B',
  '16.4637, 107.5909',
  '16.463712, 107.590912',
  'Xem phản ánh HUE-26-0000123 và HUE-26-0000124',
  'Gọi 1022 không ai nghe, 113 cũng vậy',
  'Tổng đài 0234 1022, 1900 1075, 19001075, 18001234',
  'Công văn 1234/UBND-ĐT ngày 05/10/2026',
  'Nhiệm kỳ 2021-2026, giai đoạn 2025–2030',
  'Năm 2024 2025 2026 đều ngập',
  'Mưa 350 mm trong 24 giờ, 0 giờ 30 nước lên',
  'Không ai làm gì, năm ba hôm lại tắc',
  'không một hai ba gì hết, làm ngay',
  'Đã gửi 3 lần: 12, 15 và 20 tháng 9 năm 2026',
  'Đường rộng 20cm 1500 viên gạch',
  'Trạm biến áp 110 kV, công suất 40000 kVA',
  'Hẻm 12A tổ 20B, lô 15',
  'Tuyến 12A 30 phút một chuyến',
  'Cúp điện 24H 15000 hộ, xe kẹt từ 17h 30 đến 19h 15',
  'Diện tích 12.345.678 m2',
  'Mã khách hàng PB01020304',
])('"%s" tells nobody how to reach anybody, and stays', (text) => {
  expect(maskText(text, { plates: true })).toBe(text);
});

test('what has been masked is masked no further', () => {
  const once = maskText('Gọi 0905 123 456, thư an@vidu.vn, CCCD 046099001234, xe 75A-123.45', { plates: true });
  expect(maskText(once, { plates: true })).toBe(once);
});

test('a long text without anything to hide takes no time', () => {
  const started = performance.now();
  for (const piece of ['a', '0 ', '9.', 'không ', '75A-', '0905 12 ', 'x@', 'a.']) maskText(piece.repeat(4_000), { plates: true });
  expect(performance.now() - started).toBeLessThan(2_000);
});
