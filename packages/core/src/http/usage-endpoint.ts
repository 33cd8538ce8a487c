import { z } from 'zod';
import type { NationalAccounts } from '../identity/national-accounts.ts';
import type { Kernel } from '../kernel.ts';
import { notFound } from '../plugin/problem.ts';
import { ok } from '../plugin/route.ts';
import { usageOf } from '../tenancy/usage.ts';
import { type Endpoint, endpointOf } from './auth/endpoint.ts';

const count = z.int().min(0);
const bytes = count.meta({ description: 'Byte' });
const milliseconds = z.number().nullable();
const usage = z
  .object({
    province: z.string(),
    quota: z.object({ connections: count, storageBytes: bytes, jobs: count, requestsAMinute: count.nullable() }),
    database: z
      .object({
        bytes,
        connections: count,
        files: z.object({ count, bytes }),
        events: z.object({ count, waiting: count }),
        tasks: z.object({ waiting: count, oldestWaitingSeconds: count.nullable(), dead: count }),
        deliveries: z.object({ waiting: count }),
      })
      .nullable()
      .meta({ description: 'null: không trả lời / it does not answer' }),
    requests: z
      .object({ count, aMinute: z.number(), errors: count, p50Ms: milliseconds, p99Ms: milliseconds })
      .meta({ description: '15 phút gần đây, mọi nút / the last quarter of an hour, all nodes' }),
  })
  .meta({ id: 'Usage' });

/** What a province uses and how it fares, for the operators of the platform: figures, and nothing of what is in it. */
export function usageEndpoint(kernel: Kernel): Endpoint<NationalAccounts> {
  return endpointOf<NationalAccounts>()({
    method: 'get',
    path: '/provinces/{id}/usage',
    come: 'member',
    params: z.strictObject({ id: z.string().regex(/^[a-z][a-z0-9-]{1,30}$/) }),
    summary: { vi: 'Tỉnh dùng bao nhiêu, sức khỏe ra sao', en: 'What a province uses and how it fares' },
    answers: { 200: { description: 'Số liệu / figures', schema: usage } },
    handle: async (_call, { params: { id } }) => {
      const province = kernel.registry.byId(id);
      if (province === undefined) throw notFound({ vi: 'tỉnh', en: 'Province' });
      return ok(await usageOf(kernel, province));
    },
  });
}
