import type { Permission, PermissionName } from '@tinhthong/core';

/** What people may do here, and the stock roles that it is suggested for; the province grants. */
export const permissions = {
  'report:read': { title: { vi: 'Xem phản ánh và ghi chú nội bộ', en: 'Read reports and internal notes' }, suggestedRoles: ['dispatcher', 'officer', 'leader'] },
  'report:enter': { title: { vi: 'Nhập phản ánh thay người dân, tiếp nhận tin và thư', en: 'Enter reports for others; take in messages and letters' }, suggestedRoles: ['dispatcher', 'agent'] },
  'report:import': { title: { vi: 'Nhập phản ánh hàng loạt', en: 'Import reports in bulk' }, suggestedRoles: ['dispatcher'] },
  'report:accept': { title: { vi: 'Tiếp nhận', en: 'Accept' }, suggestedRoles: ['dispatcher'] },
  'report:reject': { title: { vi: 'Không tiếp nhận', en: 'Reject' }, suggestedRoles: ['dispatcher'] },
  'report:assign': { title: { vi: 'Chuyển xử lý', en: 'Assign' }, suggestedRoles: ['dispatcher'] },
  'report:classify': { title: { vi: 'Phân loại lại, đặt mức ưu tiên', en: 'Classify anew, set the priority' }, suggestedRoles: ['dispatcher'] },
  'report:handle': { title: { vi: 'Xử lý và trả lời', en: 'Handle and answer' }, suggestedRoles: ['officer'] },
  'contribution:write': { title: { vi: 'Góp phần trả lời khi phối hợp', en: 'Give the part of a coordinating agency' }, suggestedRoles: ['officer'], suggestedWhen: { officer: { agency: '$mine.agency' } } },
  'report:close': { title: { vi: 'Đóng', en: 'Close' }, suggestedRoles: ['dispatcher', 'leader'] },
  'report:merge': { title: { vi: 'Gộp và tách phản ánh trùng', en: 'Merge and separate duplicates' }, suggestedRoles: ['dispatcher'] },
  'report:review': { title: { vi: 'Quyết định khi người gửi đề nghị cấp trên xem xét', en: "Decide on reporters' requests to the supervisor" }, suggestedRoles: ['dispatcher', 'province-leader'] },

  'clocks:manage': { title: { vi: 'Đặt quy định thời hạn', en: 'Set time limits' }, suggestedRoles: ['admin'] },
  'routing:manage': { title: { vi: 'Sửa bảng phân luồng', en: 'Edit the routing rules' }, suggestedRoles: ['admin'] },
  'report:extend': { title: { vi: 'Duyệt gia hạn', en: 'Decide on extensions' }, suggestedRoles: ['dispatcher', 'province-leader'] },
  'report:order': { title: { vi: 'Chỉ đạo đơn vị xử lý', en: 'Give orders to agencies' }, suggestedRoles: ['province-leader'] },

  'report:redact': { title: { vi: 'Che chữ và vùng ảnh trước công chúng', en: 'Hide text and regions of pictures from the public' }, suggestedRoles: ['dispatcher'] },
  'report:original': { title: { vi: 'Xem bản gốc chưa che, có ghi lại mục đích', en: 'See the original, with a recorded purpose' }, suggestedRoles: ['dispatcher'] },
  'report:identify': { title: { vi: 'Xem người gửi, có ghi lại mục đích', en: 'See the reporter, with a recorded purpose' }, suggestedRoles: ['dispatcher'] },

  'figures:read': { title: { vi: 'Xem số liệu theo đơn vị, điểm nóng', en: 'See figures by agency, and hot spots' }, suggestedRoles: ['dispatcher', 'province-leader'] },
  'figures:correct': { title: { vi: 'Đính chính số liệu đã chốt', en: 'Correct published figures' }, suggestedRoles: ['province-leader'] },
  'suggestion:read': { title: { vi: 'Xem gợi ý đúng đến đâu', en: 'See how good suggestions are' }, suggestedRoles: ['dispatcher', 'province-leader'] },
  'open311:write': { title: { vi: 'Gửi phản ánh và cập nhật theo Open311, bằng khóa API', en: 'Send reports and updates by Open311, with an API key' }, suggestedRoles: ['admin'] },
} satisfies Record<PermissionName, Permission>;
