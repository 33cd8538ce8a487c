import { z } from 'zod';
import type { EventType } from '../plugin/plugin.ts';
import type { WayIn } from './sign-in.ts';

/** What is recorded about access: ids and states, never a name, an address or a secret. */
export interface AccountEvents {
  'account.signed-in': { account: string; way: WayIn };
  'account.signed-out': { account: string; sessions: number };
  'account.joined': { account: string; invitation: string | null };
  'account.invited': { invitation: string; roles: readonly string[]; agency: string | null };
  'account.invitation-withdrawn': { invitation: string };
  'account.changed': { account: string; roles: readonly string[]; agency: string | null; communes: readonly string[] };
  'account.disabled': { account: string };
  'account.enabled': { account: string };
  'account.erased': { account: string };
  'account.linked': { account: string; provider: string };
  'account.unlinked': { account: string; provider: string };
  'account.password-changed': { account: string; way: 'password' | 'reset' };
  'account.email-changed': { account: string };
  'second-factor.enabled': { account: string };
  'second-factor.disabled': { account: string };
  'second-factor.codes-renewed': { account: string };
  'second-factor.backup-used': { account: string };
  'role.changed': { role: string; grants: readonly string[]; appoints: readonly string[]; secondFactor: boolean };
  'role.deleted': { role: string };
  'sign-in-provider.changed': { provider: string; host: string };
  'sign-in-provider.deleted': { provider: string };
  'access-policy.changed': { operatorVisits: boolean; phoneSignIn: boolean };
  'embed-key.created': { key: string; origins: readonly string[] };
  'embed-key.changed': { key: string; origins: readonly string[] };
  'embed-key.revoked': { key: string };
  'operator.entered': { visit: string; operator: string; role: string; until: string };
  'operator.sent-away': { visit: string };
}

const of = (vi: string, en: string, data: z.ZodType): EventType => ({ title: { vi, en }, visibleTo: 'audit:read', data });
const id = z.string();
const ids = z.array(z.string());
const account = z.object({ account: id });
const place = z.object({ agency: id.nullable(), communes: ids });

export const accountEvents: { readonly [E in keyof AccountEvents]: EventType } = {
  'account.signed-in': of('Đăng nhập', 'Signed in', account.extend({ way: z.enum(['password', 'phone', 'provider', 'invitation']) })),
  'account.signed-out': of('Kết thúc phiên đăng nhập', 'Sessions ended', account.extend({ sessions: z.int() })),
  'account.joined': of('Tài khoản mới tham gia', 'Account joined', account.extend({ invitation: id.nullable() })),
  'account.invited': of('Mời vào hệ thống', 'Invited', z.object({ invitation: id, roles: ids, agency: id.nullable() })),
  'account.invitation-withdrawn': of('Thu hồi lời mời', 'Invitation withdrawn', z.object({ invitation: id })),
  'account.changed': of('Đổi vai trò, đơn vị của tài khoản', 'Roles or agency of an account changed', account.extend({ roles: ids }).extend(place.shape)),
  'account.disabled': of('Khóa tài khoản', 'Account disabled', account),
  'account.enabled': of('Mở lại tài khoản', 'Account enabled', account),
  'account.erased': of('Xóa tài khoản', 'Account erased', account),
  'account.linked': of('Liên kết với nơi xác thực', 'Linked with a sign-in provider', account.extend({ provider: id })),
  'account.unlinked': of('Bỏ liên kết với nơi xác thực', 'Link with a sign-in provider taken away', account.extend({ provider: id })),
  'account.password-changed': of('Đổi mật khẩu', 'Password changed', account.extend({ way: z.enum(['password', 'reset']) })),
  'account.email-changed': of('Đổi địa chỉ e-mail', 'E-mail address changed', account),
  'second-factor.enabled': of('Bật xác thực bước hai', 'Second factor set up', account),
  'second-factor.disabled': of('Tắt xác thực bước hai', 'Second factor taken away', account),
  'second-factor.codes-renewed': of('Tạo lại mã dự phòng', 'Backup codes renewed', account),
  'second-factor.backup-used': of('Dùng mã dự phòng', 'Backup code used', account),
  'role.changed': of('Đổi vai trò', 'Role changed', z.object({ role: id, grants: ids, appoints: ids, secondFactor: z.boolean() })),
  'role.deleted': of('Xóa vai trò', 'Role deleted', z.object({ role: id })),
  'sign-in-provider.changed': of('Đổi nơi xác thực', 'Sign-in provider changed', z.object({ provider: id, host: z.string() })),
  'sign-in-provider.deleted': of('Xóa nơi xác thực', 'Sign-in provider deleted', z.object({ provider: id })),
  'access-policy.changed': of('Đổi quy định truy cập', 'Access policy changed', z.object({ operatorVisits: z.boolean(), phoneSignIn: z.boolean() })),
  'embed-key.created': of('Tạo khóa nhúng', 'Embed key made', z.object({ key: id, origins: ids })),
  'embed-key.changed': of('Đổi nơi dùng khóa nhúng', 'Origins of an embed key changed', z.object({ key: id, origins: ids })),
  'embed-key.revoked': of('Thu hồi khóa nhúng', 'Embed key revoked', z.object({ key: id })),
  'operator.entered': of('Đơn vị vận hành nền tảng vào tỉnh', 'An operator of the platform came in', z.object({ visit: id, operator: id, role: id, until: z.iso.datetime() })),
  'operator.sent-away': of('Kết thúc lượt vào của đơn vị vận hành', 'An operator was sent away', z.object({ visit: id })),
};
