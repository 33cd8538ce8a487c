import type { Template } from './category-texts.ts';

/** Made of the country's most common family, middle and given names: no one is meant. */
const families = '[Nguyễn|Nguyễn|Nguyễn|Trần|Trần|Lê|Lê|Phạm|Hoàng|Huỳnh|Võ|Phan|Trương|Bùi|Đặng|Đỗ|Ngô|Hồ|Dương|Đinh|Lý|Mai|Cao|Châu|Tạ]';

export const personNames: readonly Template[] = [
  `${families} [Văn|Văn|Đình|Minh|Quốc|Hữu|Công|Đức|Thanh|Xuân|Ngọc|Viết|Bá] [Hùng|Dũng|Tuấn|Nam|Hải|Long|Thắng|Cường|Phúc|Thành|Bình|Quang|Khánh|Sơn|Hòa|Toàn|Trung|Tâm|Vinh|Lộc|Hiếu|Nhân|Tài|Đạt|Phong|Châu|Bảo|Thiện]`,
  `${families} Thị [Hoa|Lan|Hương|Thu|Hà|Nga|Hồng|Mai|Thủy|Hạnh|Phượng|Loan|Yến|Nhung|Tuyết|Liên|Vân|Oanh|Hiền|Bích|Kim Anh|Thanh Tâm|Mỹ Linh|Thu Hà|Ngọc Lan|Kim Chi|Thanh Thúy|Minh Nguyệt|Diệu Hiền]`,
  `${families} [Ngọc|Thanh|Kim|Thùy|Mỹ|Hoàng|Khánh|Bảo] [Anh|Trang|Linh|Vy|Nhi|Trâm|Uyên|Thảo|Quyên|Ngân|Châu|My]`,
];

/** Names as many Ê Đê families of the highlands bear them. */
export const highlandNames: readonly Template[] = [
  'Y [Wăn|Bliu|Thuyn|Khôi|Nguyên|Phúc|Djuan|Sơn|Tuấn|Lê] [Niê|Byă|Mlô|Êban|Kbuôr|Ayun|Ktla|Kđoh|Êñuôl]',
  "H' [Linh|Ngọc|Bli|Wen|Nga|Hoa|Yun|Duyên|Lan] [Niê|Byă|Mlô|Êban|Kbuôr|Ayun|Ktla|Kđoh]",
];
