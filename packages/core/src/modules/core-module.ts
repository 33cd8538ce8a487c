import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import type { Plugin } from '../plugin/plugin.ts';
import { coreEvents } from './core-events.ts';
import { coreJobs } from './core-jobs.ts';
import { keyRoutes } from './core-routes/key-routes.ts';
import { moduleRoutes } from './core-routes/module-routes.ts';
import { organisationRoutes } from './core-routes/organisation-routes.ts';
import { taskRoutes } from './core-routes/task-routes.ts';
import { coreVersion } from './plugin-list.ts';

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
      'key:manage': { title: { vi: 'Quản lý khóa API', en: 'Manage API keys' }, suggestedRoles: ['admin'] },
      'task:manage': { title: { vi: 'Xem và chạy lại việc nền hỏng', en: 'See and run again dead tasks' }, suggestedRoles: ['admin'] },
      'audit:read': { title: { vi: 'Xem nhật ký kiểm toán', en: 'Read the audit log' }, suggestedRoles: ['admin'] },
      'notice:read': { title: { vi: 'Xem thông báo của đơn vị', en: "Read the agency's notices" }, suggestedRoles: ['officer', 'dispatcher', 'leader'] },
    },
    settings: z.strictObject({}),
    events: { publishes: coreEvents, consumes: {} },
    jobs: coreJobs(),
    metrics: {},
    subjects: {},
    personalData: { none: 'Accounts are exported and erased by the identity part of the core.' },
    outbound: [],
    routes: [...organisationRoutes(), ...moduleRoutes(kernel), ...keyRoutes(kernel), ...taskRoutes()],
  };
}
