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
    title: { vi: 'Theo dõi phản ánh', en: 'Follow your report' },
    summary: { vi: 'Xem tiến độ, đánh giá kết quả, mở lại bằng mã theo dõi.', en: 'See progress, rate the result, reopen with your follow-up code.' },
    href: '/phan-anh/theo-doi',
    icon: 'search',
  },
  {
    title: { vi: 'Số liệu phản ánh', en: 'Figures of reports' },
    summary: { vi: 'Bao nhiêu phản ánh đúng hạn, bao nhiêu người hài lòng, theo từng kỳ.', en: 'How many are handled in time, how many people are satisfied, by period.' },
    href: '/phan-anh/so-lieu',
    icon: 'document',
  },
  // First of those for staff: signing in leads to it.
  {
    title: { vi: 'Việc của tôi', en: 'My work' },
    summary: { vi: 'Phản ánh chờ đơn vị của bạn, sắp hết hạn trước.', en: 'Reports that wait for your agency, the most urgent first.' },
    href: '/phan-anh/viec',
    icon: 'inbox',
    short: { vi: 'Việc của tôi', en: 'My work' },
    permission: 'report:read',
  },
  {
    title: { vi: 'Một ngày phản ánh', en: 'A day of reports' },
    summary: { vi: 'Hôm qua trong số liệu: quá hạn theo đơn vị, điểm nóng, chỉ đạo.', en: 'Yesterday in numbers: late by agency, hot spots, orders.' },
    href: '/phan-anh/so-lieu/hom-qua',
    icon: 'landmark',
    permission: 'figures:read',
  },
  {
    title: { vi: 'Gợi ý đúng đến đâu', en: 'How good suggestions are' },
    summary: { vi: 'Máy gợi ý lĩnh vực, đơn vị, việc khẩn, phản ánh trùng; cán bộ đã lấy hay bỏ qua.', en: 'What the program suggests for a report, and what officers made of it.' },
    href: '/phan-anh/goi-y',
    icon: 'satisfied',
    permission: 'suggestion:read',
  },
  {
    title: { vi: 'Chờ tiếp nhận', en: 'Waiting' },
    summary: { vi: 'Tin nhắn, thư, bản nháp cần bổ sung thành phản ánh; nhập cuộc gọi.', en: 'Messages, letters and drafts on their way to reports; entering calls.' },
    href: '/phan-anh/tiep-nhan',
    icon: 'phone',
    permission: 'report:enter',
  },
  {
    title: { vi: 'Nhập từ CSV', en: 'From a CSV file' },
    summary: { vi: 'Đưa phản ánh của hệ thống khác vào, kiểm tra từng dòng trước.', en: 'Brings in reports of other systems; every line is checked first.' },
    href: '/phan-anh/nhap-csv',
    icon: 'list',
    permission: 'report:import',
  },
];
