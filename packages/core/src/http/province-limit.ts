import type { MiddlewareHandler } from 'hono';
import type { Kernel } from '../kernel.ts';
import { Problem } from '../plugin/problem.ts';
import type { Environment } from './environment.ts';

/** Refuses what goes beyond the requests a minute that a province may have, where a quota says so. */
export function provinceLimit(kernel: Kernel): MiddlewareHandler<Environment> {
  return async (c, next) => {
    const province = c.get('province');
    const most = province.quota.requestsAMinute;
    if (most !== null) await kernel.rateLimits(`province of ${most}`, most)(province.id).catch(overQuota);
    await next();
  };
}

function overQuota(refusal: unknown): never {
  const { status, headers } = refusal as Problem;
  throw new Problem(
    status,
    'province-over-quota',
    { vi: 'Tỉnh đã dùng hết số yêu cầu được phép trong một phút.', en: 'The province has used up the requests that it may have in a minute.' },
    { detail: { vi: 'Xin thử lại sau ít giây; quản trị viên có thể nâng hạn mức.', en: 'Please try again in a few seconds; the operator can raise the quota.' }, headers, cause: refusal },
  );
}
