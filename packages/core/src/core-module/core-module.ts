import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import { corePersonalData } from '../personal-data/core-personal-data.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { coreEvents } from './core-events.ts';
import { coreJobs } from './core-jobs.ts';
import { accessRoutes } from './routes/access-routes.ts';
import { auditRoutes } from './routes/audit-routes.ts';
import { boundaryRoutes } from './routes/boundary-routes.ts';
import { channelRoutes } from './routes/channel-routes.ts';
import { deliveryRoutes } from './routes/delivery-routes.ts';
import { embedRoutes } from './routes/embed-routes.ts';
import { invitationRoutes } from './routes/invitation-routes.ts';
import { keyRoutes } from './routes/key-routes.ts';
import { layerRoutes } from './routes/layer-routes.ts';
import { memberRoutes } from './routes/member-routes.ts';
import { messageRoutes } from './routes/message-routes.ts';
import { moduleRoutes } from './routes/module-routes.ts';
import { organisationRoutes } from './routes/organisation-routes.ts';
import { preferenceRoutes } from './routes/preference-routes.ts';
import { privacyRoutes } from './routes/privacy-routes.ts';
import { pushRoutes } from './routes/push-routes.ts';
import { receiptRoutes } from './routes/receipt-routes.ts';
import { roleRoutes } from './routes/role-routes.ts';
import { secretRoutes } from './routes/secret-routes.ts';
import { taskRoutes } from './routes/task-routes.ts';
import { webhookRoutes } from './routes/webhook-routes.ts';
import { coreVersion } from '../modules/plugin-list.ts';

/** The core's own API in the form of a module: the same guard, checks, documentation and answers as any other. */
export function coreModule(kernel: () => Kernel): Plugin {
  return {
    id: 'core',
    version: coreVersion,
    core: `^${coreVersion}`,
    needs: {},
    title: { vi: 'Nền tảng', en: 'Platform' },
    summary: { vi: 'Tài khoản, đơn vị, phân hệ, khóa API, việc nền.', en: 'Accounts, agencies, modules, API keys, background work.' },
    migrations: {},
    permissions: {
      'module:manage': { title: { vi: 'Bật, tắt và cài đặt phân hệ', en: 'Switch and set up modules' }, suggestedRoles: ['admin'] },
      'account:manage': { title: { vi: 'Mời và quản lý tài khoản cán bộ', en: 'Invite and manage staff accounts' }, suggestedRoles: ['admin'] },
      'role:manage': { title: { vi: 'Quản lý vai trò và quyền', en: 'Manage roles and permissions' }, suggestedRoles: ['admin'] },
      'sign-in:manage': { title: { vi: 'Cài đặt cách đăng nhập', en: 'Set up how people sign in' }, suggestedRoles: ['admin'] },
      'embed:manage': { title: { vi: 'Quản lý khóa nhúng cho trang web khác', en: 'Manage embed keys for other websites' }, suggestedRoles: ['admin'] },
      'key:manage': { title: { vi: 'Quản lý khóa API', en: 'Manage API keys' }, suggestedRoles: ['admin'] },
      'webhook:manage': { title: { vi: 'Gửi sự kiện ra bên ngoài', en: 'Send events outside' }, suggestedRoles: ['admin'] },
      'channel:manage': { title: { vi: 'Cài đặt kênh gửi tin, xem tin đã gửi', en: 'Set up channels to people and see what was sent' }, suggestedRoles: ['admin'] },
      'boundary:manage': { title: { vi: 'Tải lên ranh giới xã, phường', en: 'Upload the boundaries of communes' }, suggestedRoles: ['admin'] },
      'task:manage': { title: { vi: 'Xem và chạy lại việc nền hỏng', en: 'See and run again dead tasks' }, suggestedRoles: ['admin'] },
      'audit:read': { title: { vi: 'Xem nhật ký kiểm toán', en: 'Read the audit log' }, suggestedRoles: ['admin'] },
      'privacy:manage': { title: { vi: 'Dữ liệu cá nhân: sổ, trích xuất, xóa, thời hạn lưu', en: 'Personal data: register, export, erasure, retention' }, suggestedRoles: ['admin'] },
      'notice:read': { title: { vi: 'Xem thông báo của đơn vị', en: "Read the agency's notices" }, suggestedRoles: ['officer', 'dispatcher', 'leader'] },
    },
    settings: z.strictObject({}),
    events: { publishes: coreEvents, consumes: {} },
    jobs: coreJobs(kernel),
    metrics: {},
    subjects: {},
    personalData: corePersonalData(kernel) as Plugin['personalData'],
    outbound: [],
    routes: [
      ...organisationRoutes(),
      ...boundaryRoutes(),
      ...moduleRoutes(kernel),
      ...layerRoutes(kernel),
      ...keyRoutes(kernel),
      ...memberRoutes(kernel),
      ...invitationRoutes(),
      ...roleRoutes(kernel),
      ...accessRoutes(kernel),
      ...embedRoutes(kernel),
      ...taskRoutes(),
      ...webhookRoutes(kernel),
      ...deliveryRoutes(kernel),
      ...auditRoutes(kernel),
      ...secretRoutes(kernel),
      ...privacyRoutes(kernel),
      ...channelRoutes(kernel),
      ...messageRoutes(),
      ...preferenceRoutes(kernel),
      ...pushRoutes(kernel),
      ...receiptRoutes(kernel),
    ],
  };
}
