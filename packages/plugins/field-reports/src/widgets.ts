import type { InterfacePart } from '@tinhthong/core';

/** What other websites embed, and the page of the province that shows the same. */
export const widgets: readonly InterfacePart[] = [
  {
    tag: 'tt-report-form',
    title: { vi: 'Gửi phản ánh', en: 'Send a report' },
    summary: { vi: 'Người dân báo sự việc trong một phút, không cần tài khoản; mất mạng thì giữ lại và tự gửi.', en: 'Citizens report within a minute and without an account; kept and sent later where the line is gone.' },
    module: 'report-form.js',
    page: '/phan-anh/gui',
  },
  {
    tag: 'tt-track-report',
    title: { vi: 'Theo dõi phản ánh', en: 'Follow a report' },
    summary: { vi: 'Nhập mã để xem diễn biến và thời hạn, đánh giá kết quả, mở lại.', en: 'By its code: course and deadline, rating, reopening.' },
    module: 'track-report.js',
    page: '/phan-anh/theo-doi',
    frameHeight: 620,
  },
  {
    tag: 'tt-recent-reports',
    title: { vi: 'Phản ánh mới', en: 'Recent reports' },
    summary: { vi: 'Các phản ánh công khai mới nhất, của cả tỉnh hoặc một xã, phường.', en: 'The latest public reports, of the province or of one commune.' },
    module: 'recent-reports.js',
    page: '/phan-anh',
    frameHeight: 760,
  },
  {
    tag: 'tt-reports-map',
    title: { vi: 'Bản đồ phản ánh', en: 'Map of reports' },
    summary: { vi: 'Phản ánh công khai trên bản đồ, kèm danh sách.', en: 'Public reports on a map, with their list.' },
    module: 'reports-map.js',
    page: '/phan-anh/ban-do',
  },
  {
    tag: 'tt-report-figures',
    title: { vi: 'Số liệu phản ánh', en: 'Figures of reports' },
    summary: { vi: 'Đúng hạn, hài lòng, mất bao lâu: số liệu công khai của tỉnh.', en: 'In time, satisfied, how long it takes: the public figures of the province.' },
    module: 'report-figures.js',
    page: '/phan-anh/so-lieu',
    frameHeight: 700,
  },
  {
    tag: 'tt-hotline-card',
    title: { vi: 'Đường dây nóng', en: 'Hotline' },
    summary: { vi: 'Số tổng đài, giờ trực và số khẩn cấp.', en: 'The number, its hours, and whom to call in an emergency.' },
    module: 'hotline-card.js',
    page: '/',
    frameHeight: 200,
  },
];
