import { z } from 'zod';
import type { NationalAccounts } from '../identity/national-accounts.ts';
import type { Kernel } from '../kernel.ts';
import { time } from '../core-module/routes/core-route.ts';
import { notFound } from '../plugin/problem.ts';
import { ok } from '../plugin/route.ts';
import { textOf } from '../plugin/schemas.ts';
import type { Province } from '../tenancy/registry.ts';
import { confirmRemoval, nothingRequested, type Removal, removalOf, requestRemoval, usualWaitDays, withdrawRemoval } from '../tenancy/removal.ts';
import { type Endpoint, endpointOf } from './auth/endpoint.ts';

const endpoint = endpointOf<NationalAccounts>();
const params = z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/) });
const removal = z
  .object({
    province: z.string(),
    reason: z.string(),
    waitDays: z.int(),
    withoutExport: z.string().nullable(),
    requestedBy: z.string(),
    requestedAt: time,
    confirmedBy: z.string().nullable(),
    confirmedAt: time.nullable(),
    dueAt: time.nullable(),
  })
  .meta({ id: 'Removal' });

const shown = (row: Removal) => ({
  province: row.province,
  reason: row.reason,
  waitDays: row.wait_days,
  withoutExport: row.without_export,
  requestedBy: row.requested_by,
  requestedAt: row.requested_at.toISOString(),
  confirmedBy: row.confirmed_by,
  confirmedAt: row.confirmed_at?.toISOString() ?? null,
  dueAt: row.due_at?.toISOString() ?? null,
});

/**
 * The removal of a province, by two operators. Removing it for good, when its time has come, is a command at the
 * deployment's own machine: `tinhthong tenant remove <province> --finish`.
 */
export function removalEndpoints(kernel: Kernel): readonly Endpoint<NationalAccounts>[] {
  const answers = { 200: { description: 'Việc xóa / the removal', schema: removal } };
  const provinceOf = (id: string): Province => {
    const province = kernel.registry.byId(id);
    if (province === undefined) throw notFound({ vi: 'tỉnh', en: 'Province' });
    return province;
  };
  const answer = async (id: string) => {
    const row = await removalOf(kernel, id);
    if (row === undefined) throw nothingRequested();
    return ok(shown(row));
  };
  return [
    endpoint({
      method: 'get',
      path: '/provinces/{id}/removal',
      come: 'member',
      params,
      summary: { vi: 'Việc xóa tỉnh đang đến đâu', en: 'How far the removal of a province has come' },
      answers,
      handle: async (_call, { params: { id } }) => answer(provinceOf(id).id),
    }),
    endpoint({
      method: 'post',
      path: '/provinces/{id}/removal',
      come: 'recent-member',
      params,
      body: z.strictObject({ reason: textOf(10, 500), waitDays: z.int().min(0).max(365).default(usualWaitDays), withoutExport: textOf(10, 500).optional() }),
      summary: { vi: 'Yêu cầu xóa tỉnh; người vận hành khác phải xác nhận', en: 'Request the removal of a province; another operator has to confirm it' },
      answers,
      handle: async ({ session }, { params: { id }, body }) => {
        await requestRemoval(kernel, provinceOf(id), { by: session.account, ...body });
        return answer(id);
      },
    }),
    endpoint({
      method: 'post',
      path: '/provinces/{id}/removal/confirm',
      come: 'recent-member',
      params,
      body: z.strictObject({ province: z.string().meta({ description: 'Gõ lại mã tỉnh / the id of the province, once more' }) }),
      summary: { vi: 'Xác nhận xóa, bởi người thứ hai: tỉnh đóng ngay, thời gian chờ bắt đầu', en: 'Confirm it, as the second person: the province is closed at once, and the waiting time begins' },
      answers,
      handle: async ({ session }, { params: { id }, body }) => {
        if (body.province !== id) throw notFound({ vi: `tỉnh "${body.province}" ở địa chỉ này`, en: `The province "${body.province}" at this address` });
        await confirmRemoval(kernel, provinceOf(id), session.account);
        return answer(id);
      },
    }),
    endpoint({
      method: 'post',
      path: '/provinces/{id}/removal/withdraw',
      come: 'recent-member',
      params,
      summary: { vi: 'Rút yêu cầu xóa; tỉnh phục vụ lại', en: 'Withdraw it; the province serves again' },
      answers: { 204: { description: 'Đã rút / withdrawn' } },
      handle: async ({ session }, { params: { id } }) => {
        await withdrawRemoval(kernel, provinceOf(id), session.account);
        return { status: 204 };
      },
    }),
  ];
}
