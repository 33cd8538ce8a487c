import { z } from 'zod';
import { type FileEvents, fileEvents } from '../files/file-jobs.ts';
import { type AccountEvents, accountEvents } from '../identity/account-events.ts';
import { type NotifyEvents, notifyEvents } from '../notify/notify-events.ts';
import { type PrivacyEvents, privacyEvents } from '../personal-data/privacy-events.ts';
import type { EventType } from '../plugin/plugin.ts';

/**
 * What the core itself records in a province's log: every change of access, configuration and data that an auditor
 * asks for. Ids only, never personal data; who did it is the event's actor.
 */
export interface CoreEvents extends AccountEvents, FileEvents, NotifyEvents, PrivacyEvents {
  'key.created': { key: string; scopes: string[] };
  'key.revoked': { key: string };
  'task.revived': { task: number };
  'boundaries.saved': { version: number; validFrom: string; communes: number; warnings: number };
  /** Of the last hour, counted by account and network and by account. */
  'sign-in.refused': { places: number; failures: number };
  'module.switched': { module: string; version: string; state: 'on' | 'off' };
  'module.configured': { module: string; changed: readonly string[] };
  'module.failed': { module: string; version: string };
  'module.suspended': { module: string; version: string; cause: 'failing' | 'flooding' | 'stuck'; operation: string };
  'webhook.created': { webhook: string; host: string; types: readonly string[]; scopes: readonly string[]; agency: string | null };
  'webhook.changed': { webhook: string; types: readonly string[]; state: string };
  'webhook.secret-changed': { webhook: string };
  'webhook.switched-off': { webhook: string; reason: 'gone' | 'failing' };
  'webhook.resent': { webhook: string; delivery?: number; since?: string };
  'webhook.deleted': { webhook: string };
}

const audited = (vi: string, en: string, data: z.ZodType): EventType => ({ title: { vi, en }, visibleTo: 'audit:read', data });
const webhook = z.object({ webhook: z.uuid() });
const module = z.object({ module: z.string() });
const version = z.string();

export const coreEvents: { readonly [E in keyof CoreEvents]: EventType } = {
  ...accountEvents,
  ...fileEvents,
  ...notifyEvents,
  ...privacyEvents,
  'key.created': audited('Tạo khóa API', 'API key made', z.object({ key: z.uuid(), scopes: z.array(z.string()) })),
  'key.revoked': audited('Thu hồi khóa API', 'API key revoked', z.object({ key: z.uuid() })),
  'task.revived': audited('Chạy lại việc nền', 'Dead task run again', z.object({ task: z.int() })),
  'boundaries.saved': audited(
    'Lưu ranh giới xã, phường',
    'Boundaries of communes saved',
    z.object({ version: z.int(), validFrom: z.string(), communes: z.int(), warnings: z.int() }),
  ),
  'sign-in.refused': audited('Đăng nhập sai trong một giờ qua', 'Refused sign-ins of the last hour', z.object({ places: z.int(), failures: z.int() })),
  'module.switched': audited('Bật hoặc tắt phân hệ', 'Module switched on or off', module.extend({ version, state: z.enum(['on', 'off']) })),
  'module.configured': audited('Đổi cài đặt phân hệ', 'Settings of a module changed', module.extend({ changed: z.array(z.string()) })),
  'module.failed': audited('Phân hệ không bật được', 'Module failed to switch on', module.extend({ version })),
  'module.suspended': audited(
    'Hệ thống tạm ngừng phân hệ',
    'Module suspended by the platform',
    module.extend({ version, cause: z.enum(['failing', 'flooding', 'stuck']), operation: z.string() }),
  ),
  'webhook.created': audited('Tạo webhook', 'Webhook made', webhook.extend({ host: z.string(), types: z.array(z.string()), scopes: z.array(z.string()), agency: z.string().nullable() })),
  'webhook.changed': audited('Sửa webhook', 'Webhook changed', webhook.extend({ types: z.array(z.string()), state: z.string() })),
  'webhook.secret-changed': audited('Đổi khóa ký của webhook', 'Signing secret of a webhook changed', webhook),
  'webhook.switched-off': audited('Hệ thống tắt webhook', 'Webhook switched off by the platform', webhook.extend({ reason: z.enum(['gone', 'failing']) })),
  'webhook.resent': audited('Gửi lại đến webhook', 'Sent to a webhook again', webhook.extend({ delivery: z.int().optional(), since: z.string().optional() })),
  'webhook.deleted': audited('Xóa webhook', 'Webhook deleted', webhook),
};
