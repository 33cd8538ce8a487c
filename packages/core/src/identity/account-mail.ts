import type { Text } from '../plugin/text.ts';

interface Letter {
  readonly subject: string;
  readonly text: string;
}

type Kind = 'invitation' | 'password-reset' | 'email-change' | 'email-changed';

const letters: Readonly<Record<Kind, { subject: Text; vi: string; en: string }>> = {
  invitation: {
    subject: { vi: 'Lời mời tham gia hệ thống', en: 'Invitation' },
    vi: 'Bạn được mời làm việc trên hệ thống của {province}. Mở liên kết này để đặt mật khẩu; liên kết dùng được một lần, trong 7 ngày:',
    en: 'You are invited to work on the system of {province}. Open this link to set your password; it works once, for 7 days:',
  },
  'password-reset': {
    subject: { vi: 'Đặt lại mật khẩu', en: 'Password reset' },
    vi: 'Có người xin đặt lại mật khẩu tài khoản của bạn ở {province}. Nếu là bạn, mở liên kết này trong 30 phút; nếu không, bạn không cần làm gì:',
    en: 'Somebody asked to reset the password of your account in {province}. If it was you, open this link within 30 minutes; if not, there is nothing to do:',
  },
  'email-change': {
    subject: { vi: 'Xác nhận địa chỉ e-mail mới', en: 'Confirm your new e-mail address' },
    vi: 'Mở liên kết này trong 24 giờ để dùng địa chỉ này cho tài khoản của bạn ở {province}:',
    en: 'Open this link within 24 hours to use this address for your account in {province}:',
  },
  'email-changed': {
    subject: { vi: 'Địa chỉ e-mail đã đổi', en: 'Your e-mail address was changed' },
    vi: 'Tài khoản của bạn ở {province} từ nay dùng một địa chỉ e-mail khác. Nếu không phải bạn đổi, hãy báo ngay cho quản trị viên của tỉnh.',
    en: 'Your account in {province} has another e-mail address from now on. If it was not you who changed it, tell the administrators of the province at once.',
  },
};

/** Both languages in one letter: nothing is known yet about who reads it. */
export function accountMail(kind: Kind, { province, link }: { province: Text; link: string | null }): Letter {
  const { subject, vi, en } = letters[kind];
  const english = province.en ?? province.vi;
  return {
    subject: `${province.vi}: ${subject.vi} / ${subject.en}`,
    text: [vi.replace('{province}', province.vi), link, '—', en.replace('{province}', english), link, ''].filter((part) => part !== null).join('\n\n'),
  };
}
