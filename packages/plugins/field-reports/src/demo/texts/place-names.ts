import type { Region } from '../regions.ts';
import type { Template } from './category-texts.ts';

const list = (names: string): string[] => names.split(',').map((name) => name.trim());

/** What a small street between houses is called. */
export const laneWords: Readonly<Record<Region, string>> = { north: 'ngõ', central: 'kiệt', highlands: 'hẻm', 'south-central': 'hẻm', south: 'hẻm' };

const streetsEverywhere = list(`
  Nguyễn Huệ, Lê Lợi, Trần Hưng Đạo, Hùng Vương, Nguyễn Trãi, Lý Thường Kiệt, Phan Bội Châu, Phan Chu Trinh,
  Hai Bà Trưng, Bà Triệu, Điện Biên Phủ, Quang Trung, Lê Hồng Phong, Trần Phú, Ngô Quyền, Nguyễn Du, Nguyễn Công Trứ,
  Phan Đình Phùng, Trường Chinh, Lê Duẩn, Võ Thị Sáu, Nguyễn Văn Linh, Phạm Ngũ Lão, Lê Thánh Tôn, Nguyễn Thị Minh Khai,
  Hoàng Diệu, Cao Bá Quát, Phạm Văn Đồng`);

/** Streets that the towns of a region commonly have. */
export const streets: Readonly<Record<Region, readonly string[]>> = {
  north: [...streetsEverywhere, ...list('Lê Thanh Nghị, Nguyễn Văn Cừ, Lý Thái Tổ, Trần Nhân Tông, Hoàng Hoa Thám')],
  central: [
    ...streetsEverywhere,
    ...list(`
    Bùi Thị Xuân, Đống Đa, Tố Hữu, Chi Lăng, Nguyễn Sinh Cung, Mai Thúc Loan, Hàn Thuyên, An Dương Vương, Minh Mạng,
    Bạch Đằng, Đặng Thái Thân, Nguyễn Lộ Trạch, Hoàng Quốc Việt, Thanh Tịnh, Huỳnh Thúc Kháng, Nguyễn Gia Thiều,
    Võ Nguyên Giáp, Ngự Bình, Đặng Huy Trứ`),
  ],
  highlands: [
    ...streetsEverywhere,
    ...list(`
    Nguyễn Tất Thành, Y Jút, Y Ngông, Y Wang, Ama Khê, Y Moan Ênuôl, Mai Hắc Đế, Giải Phóng, Đinh Tiên Hoàng,
    Nguyễn Chí Thanh, Nơ Trang Lơng, Nơ Trang Gưh, Y Bih Alêô, Săm Brăm, 10 tháng 3, Hà Huy Tập`),
  ],
  'south-central': [
    ...streetsEverywhere,
    ...list(`
    Lương Văn Chánh, Lê Thành Phương, Độc Lập, Nguyễn Hữu Thọ, Bạch Đằng, Lê Trung Kiên, Mậu Thân, Nguyễn Tất Thành,
    Yersin, Hoàng Văn Thụ`),
  ],
  south: [...streetsEverywhere, ...list('Nguyễn Trung Trực, Cách Mạng Tháng Tám, 30 tháng 4, Thủ Khoa Huân, Nguyễn Đình Chiểu')],
};

const hamletsEverywhere: readonly Template[] = [
  'thôn [1|2|3|4|5|6|7|8]',
  'thôn [Tân Lập|Đoàn Kết|Hòa Bình|Phú An|An Hòa|Tân Tiến|Thống Nhất|Bình Minh|Tân Phú|Phú Mỹ]',
];

/** Parts of a rural commune. */
export const hamlets: Readonly<Record<Region, readonly Template[]>> = {
  north: hamletsEverywhere,
  central: [
    ...hamletsEverywhere,
    'thôn [Đông|Trung|Thượng|Hạ|Tây|Nam]',
    'thôn [Thanh Lam|Vân Trình|Mỹ Lợi|Hà Thanh|An Lưu|Phú Khê|Dương Xuân|Vĩnh An]',
  ],
  highlands: [
    ...hamletsEverywhere,
    'thôn [9|10|11|12|14]',
    "buôn [Ea Bông|Kô Đung|Cư Dluê|Tring|Krông A|Ea Sút|Pốk|Tơng Jú|M'Grư|Ea Knir|Kniết|Sah A|Sah B|Drai|Phơng|Ea Mtă]",
    'buôn [Ea Tiêu|Jung|Mùi|Kwang|Hra|Kmrơng|Ea Chố|Triă|Lách Ló|Knul]',
  ],
  'south-central': [...hamletsEverywhere, 'thôn [Phú Lương|Phú Thọ|Mỹ Hòa|Long Thủy|Phong Niên|Đông Mỹ|Xuân Dục|Vĩnh Xuân|Cẩm Tú]'],
  south: ['ấp [1|2|3|4|5|6|7|8]', 'ấp [Bình An|Tân Hòa|Phú Thạnh|Mỹ Đức|Hòa Thuận|Tân Long]'],
};

/** Parts of a ward. */
export const quarters: Readonly<Record<Region, readonly Template[]>> = {
  north: ['tổ dân phố [1|2|3|4|5|6|7|8|9|10|11|12]'],
  central: ['tổ dân phố [1|2|3|4|5|6|7|8|9|10|11|12|14|15]'],
  highlands: [
    'tổ dân phố [1|2|3|4|5|6|7|8|9|10|11|12]',
    'tổ dân phố [1|2|3|4|5|6|7|8|9]',
    'buôn [Alê A|Alê B|Kô Sia|Păn Lăm|Akŏ Dhông|Ea Nao|Kmrơng|Tring]',
  ],
  'south-central': ['khu phố [1|2|3|4|5|6|7|8|9]', 'khu phố [Ninh Tịnh|Phước Hậu|Long Bình|Phú Lâm|Liên Trì|Ngọc Lãng]'],
  south: ['khu phố [1|2|3|4|5|6|7|8]'],
};

/** What people name a place in a town by; every ward has them. */
export const townMarks: readonly Template[] = list(`
  [cổng|] chợ, trường tiểu học, trường mầm non, trường trung học cơ sở, trạm y tế phường, trụ sở UBND phường, cây xăng,
  công viên nhỏ, nhà văn hóa [tổ dân phố|khu dân cư], chùa, nhà thờ, bưu điện, siêu thị, quán cà phê góc đường,
  trạm xe buýt, chân cầu, tiệm thuốc tây, phòng khám, ngân hàng, tiệm sửa xe`);

export const villageMarks: Readonly<Record<Region, readonly Template[]>> = {
  north: list('nhà văn hóa, đình làng, trạm bơm, cổng làng, trường tiểu học, UBND xã, trạm y tế xã, chợ'),
  central: list(`
    nhà văn hóa, đình làng, trạm bơm, cổng chào, trường tiểu học, UBND xã, trạm y tế xã, chợ, nhà thờ họ, cầu bê tông,
    quán tạp hóa, sân bóng`),
  highlands: list(`
    nhà văn hóa cộng đồng, hội trường, đại lý cà phê, trạm thu mua nông sản, trường tiểu học, UBND xã, trạm y tế xã,
    chợ, cổng chào, hồ thủy lợi, trạm biến áp, sân bóng`),
  'south-central': list(`
    nhà văn hóa, cầu bê tông, trạm bơm, cổng chào, trường tiểu học, UBND xã, trạm y tế xã, chợ, miếu, hợp tác xã,
    quán tạp hóa`),
  south: list('nhà văn hóa, cầu bê tông, bến đò, cổng chào, trường tiểu học, UBND xã, trạm y tế xã, chợ'),
};
