import type { EmbedRefusal } from '../../identity/embed-keys.ts';
import type { Text } from '../../plugin/text.ts';

/** Why a widget gets nothing, in words for the webmaster. */
export const whyNot: Readonly<Record<EmbedRefusal | 'province-suspended', Text>> = {
  'province-suspended': { vi: 'Dịch vụ của tỉnh đang tạm ngừng.', en: 'The services of this province are suspended.' },
  'unknown-key': { vi: 'Tỉnh này không có khóa nhúng đó.', en: 'This province has no such embed key.' },
  revoked: { vi: 'Khóa nhúng này đã bị thu hồi.', en: 'This embed key was revoked.' },
  'origin-not-valid': { vi: 'Trang gọi không có địa chỉ gốc dùng được (tệp trên máy, khung sandbox).', en: 'The calling page has no usable origin (a local file, a sandboxed frame).' },
  'origin-not-listed': { vi: 'Khóa nhúng này không dành cho trang web đó.', en: 'This embed key is not for that website.' },
};
