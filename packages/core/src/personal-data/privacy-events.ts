import { z } from 'zod';
import type { EventType } from '../plugin/plugin.ts';

/** What is recorded about secrets and personal data: ids, names of rules and numbers. */
export interface PrivacyEvents {
  'secret.changed': { module: string; name: string };
  'secret.removed': { module: string; name: string };
  'privacy.requested': { request: string; kind: 'export' | 'erase'; account: string };
  'account.exported': { account: string; request: string | null };
  'retention.changed': { module: string; rule: string; keep: string };
  'retention.applied': { module: string; rule: string; rows: number; before: string };
}

const of = (vi: string, en: string, data: z.ZodType): EventType => ({ title: { vi, en }, visibleTo: 'audit:read', data });
const secret = z.object({ module: z.string(), name: z.string() });
const rule = z.object({ module: z.string(), rule: z.string() });

export const privacyEvents: { readonly [E in keyof PrivacyEvents]: EventType } = {
  'secret.changed': of('Đặt thông tin bí mật của phân hệ', 'Secret of a module set', secret),
  'secret.removed': of('Bỏ thông tin bí mật của phân hệ', 'Secret of a module taken away', secret),
  'privacy.requested': of(
    'Yêu cầu về dữ liệu cá nhân',
    'Request about personal data',
    z.object({ request: z.uuid(), kind: z.enum(['export', 'erase']), account: z.string() }),
  ),
  'account.exported': of('Trích xuất dữ liệu của một tài khoản', "An account's data exported", z.object({ account: z.string(), request: z.uuid().nullable() })),
  'retention.changed': of('Đổi thời hạn lưu dữ liệu', 'Retention period changed', rule.extend({ keep: z.string() })),
  'retention.applied': of('Xóa hoặc ẩn danh dữ liệu hết hạn lưu', 'Data past its retention erased or anonymised', rule.extend({ rows: z.int(), before: z.iso.datetime() })),
};
