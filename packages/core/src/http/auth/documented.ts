import { coreVersion } from '../../modules/plugin-list.ts';
import type { Route } from '../../plugin/route.ts';
import type { Documented } from '../module-document.ts';
import { provinceEndpoints } from './province-endpoints.ts';

/** `/api/auth` of a province as its OpenAPI document has it. */
export const authDocumented: Documented = {
  id: 'auth',
  version: coreVersion,
  title: { vi: 'Đăng nhập và tài khoản của mình', en: "Signing in, and one's own account" },
  summary: { vi: 'Phiên đăng nhập, mật khẩu, xác thực bước hai, lời mời.', en: 'Sessions, passwords, second factors, invitations.' },
  // Documents read how a route is described; it is served by `serveEndpoints`.
  routes: provinceEndpoints.map(({ come, ...endpoint }) => ({ ...endpoint, access: come === 'nobody' ? 'public' : 'signed-in' }) as unknown as Route),
};
