import type { PortalFunction } from '@tinhthong/core';

/** What the module offers on the province's home page, and in the header of every page. */
export const functions: readonly PortalFunction[] = [
  {
    title: { vi: 'Gửi phản ánh', en: 'Send a report' },
    summary: { vi: 'Đường hỏng, rác thải, đèn tắt, ngập lụt … kèm ảnh, không cần tài khoản.', en: 'Damaged roads, waste, dark lamps, floods … with pictures, without an account.' },
    href: '/phan-anh/gui',
    icon: 'megaphone',
    short: { vi: 'Gửi phản ánh', en: 'Send a report' },
  },
  {
    title: { vi: 'Xem phản ánh', en: 'See reports' },
    summary: { vi: 'Người dân đã báo gì, đơn vị nào xử lý, đến bao giờ.', en: 'What citizens reported, who handles it, until when.' },
    href: '/phan-anh',
    icon: 'list',
    short: { vi: 'Phản ánh', en: 'Reports' },
  },
  {
    title: { vi: 'Theo dõi phản ánh của bạn', en: 'Follow your report' },
    summary: { vi: 'Xem tiến độ, đánh giá kết quả, mở lại bằng mã theo dõi.', en: 'See progress, rate the result, reopen with your follow-up code.' },
    href: '/phan-anh/theo-doi',
    icon: 'search',
  },
  {
    title: { vi: 'Việc của tôi', en: 'My work' },
    summary: { vi: 'Phản ánh chờ đơn vị của bạn, sắp hết hạn trước.', en: 'Reports that wait for your agency, the most urgent first.' },
    href: '/phan-anh/viec',
    icon: 'inbox',
    short: { vi: 'Việc của tôi', en: 'My work' },
    permission: 'report:read',
  },
];
