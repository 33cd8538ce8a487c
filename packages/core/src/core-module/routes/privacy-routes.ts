import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { refuseStaff } from '../../identity/handing-out.ts';
import type { Kernel } from '../../kernel.ts';
import { exportAccount } from '../../personal-data/export-account.ts';
import { personalDataRegister } from '../../personal-data/register.ts';
import { keepPattern, retentionOf } from '../../personal-data/retention.ts';
import { notFound } from '../../plugin/problem.ts';
import { created, ok, type Route } from '../../plugin/route.ts';
import { provinceOf } from '../../modules/province-of.ts';
import { route, text, time } from './core-route.ts';

/** What the holder of the data may take for an answer, under Decree 356/2025. */
const dueHours = 72;
const mostListed = 200;

const request = z
  .object({
    id: z.uuid(),
    kind: z.enum(['export', 'erase']),
    account: z.string(),
    requestedBy: z.string().nullable(),
    requestedAt: time,
    dueAt: time,
    doneAt: time.nullable(),
  })
  .meta({ id: 'PrivacyRequest' });
const rule = z
  .object({ module: z.string(), rule: z.string(), title: text, action: z.enum(['erase', 'anonymise']), keep: z.string().meta({ example: 'P24M' }), proposed: z.string() })
  .meta({ id: 'RetentionRule' });
const register = z
  .object({
    province: z.string(),
    entries: z.array(z.object({ module: z.string(), title: text, field: z.string(), purpose: text, sensitive: z.boolean() })),
    retention: z.array(z.object({ module: z.string(), text, rules: z.array(z.object({ title: text, keep: z.string(), action: z.string() })) })),
    none: z.array(z.object({ module: z.string(), reason: z.string() })),
    unknown: z.array(z.string()),
  })
  .meta({ id: 'PersonalDataRegister' });
const accountExport = z
  .object({
    province: z.string(),
    account: z.string(),
    at: time,
    modules: z.record(z.string(), z.object({ title: text, data: z.unknown().meta({ description: 'Như phân hệ lưu giữ / as the module holds it' }) })),
    files: z.array(z.object({ module: z.string(), id: z.string(), mediaType: z.string(), link: z.string() })),
    missing: z.array(z.string()),
  })
  .meta({ id: 'AccountExport' });

const columns = ['id', 'kind', 'account', 'requested_by as requestedBy', 'requested_at as requestedAt', 'due_at as dueAt', 'done_at as doneAt'] as const;

/** What a province owes to the people whose data it holds: Law 91/2025/QH15 and Decree 356/2025. */
export function privacyRoutes(kernel: () => Kernel): Route[] {
  return [
    route({
      method: 'get',
      path: '/personal-data/register',
      access: 'privacy:manage',
      summary: { vi: 'Sổ dữ liệu cá nhân', en: 'The register of personal data' },
      answers: { 200: { description: 'Sổ / the register', schema: register } },
      handle: async (ctx) => ok(await personalDataRegister(kernel(), provinceOf(kernel(), ctx))),
    }),
    route({
      method: 'get',
      path: '/personal-data/requests',
      access: 'privacy:manage',
      query: z.strictObject({ open: z.enum(['true', 'false']).optional() }),
      summary: { vi: 'Yêu cầu về dữ liệu cá nhân, mới nhất trước', en: 'Requests about personal data, the newest first' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(request) }) } },
      handle: async (ctx, { query: { open } }) =>
        ok({
          items: await ctx.db
            .selectFrom('core.privacy_requests')
            .select(columns)
            .$if(open !== undefined, (all) => all.where('done_at', open === 'true' ? 'is' : 'is not', null))
            .orderBy('requested_at', 'desc')
            .orderBy('id', 'desc')
            .limit(mostListed)
            .execute(),
        }),
    }),
    route({
      method: 'post',
      path: '/personal-data/requests',
      access: 'privacy:manage',
      recent: true,
      body: z.strictObject({ kind: z.enum(['export', 'erase']), account: z.string().regex(/^[\w-]{1,64}$/) }),
      summary: { vi: 'Ghi nhận yêu cầu trích xuất hoặc xóa dữ liệu của một tài khoản', en: "Take a request to export or erase an account's data" },
      answers: { 201: { description: 'Yêu cầu / the request', schema: request } },
      handle: async (ctx, { body: { kind, account } }) => {
        const known = await ctx.db.selectFrom('identity.user').select('id').where('id', '=', account).executeTakeFirst();
        if (known === undefined) throw notFound({ vi: 'tài khoản', en: 'Account' });
        if (kind === 'erase') await refuseStaff(ctx.db, account);
        const now = ctx.now();
        const row = { id: randomUUID(), kind, account, requested_by: ctx.actor.id, requested_at: now, due_at: new Date(now.getTime() + dueHours * 3_600_000) };
        return created(
          await ctx.change(async (trx) => {
            const made = await trx.insertInto('core.privacy_requests').values(row).returning(columns).executeTakeFirstOrThrow();
            ctx.publish(trx, 'privacy.requested', { subject: account, data: { request: row.id, kind, account } });
            if (kind === 'erase') ctx.enqueue(trx, 'erase-account', { request: row.id });
            return made;
          }),
        );
      },
    }),
    route({
      method: 'post',
      path: '/personal-data/requests/{id}/export',
      access: 'privacy:manage',
      recent: true,
      params: z.strictObject({ id: z.uuid() }),
      summary: { vi: 'Trích xuất dữ liệu theo yêu cầu', en: 'Export what a request asks for' },
      answers: { 200: { description: 'Dữ liệu / the data', schema: accountExport } },
      handle: async (ctx, { params: { id } }) => {
        const row = await ctx.db.selectFrom('core.privacy_requests').select('account').where('id', '=', id).where('kind', '=', 'export').executeTakeFirst();
        if (row === undefined) throw notFound({ vi: 'yêu cầu trích xuất', en: 'Export request' });
        const { account } = row;
        const all = await exportAccount(kernel(), provinceOf(kernel(), ctx), account);
        await ctx.change(async (trx) => {
          await trx.updateTable('core.privacy_requests').set({ done_at: ctx.now() }).where('id', '=', id).where('done_at', 'is', null).execute();
          ctx.publish(trx, 'account.exported', { subject: account, data: { account, request: id } });
          return null;
        });
        return ok(all);
      },
    }),
    route({
      method: 'get',
      path: '/personal-data/retention',
      access: 'privacy:manage',
      summary: { vi: 'Thời hạn lưu dữ liệu', en: 'Retention periods' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(rule) }) } },
      handle: async (ctx) => ok({ items: await retentionOf(kernel(), provinceOf(kernel(), ctx)) }),
    }),
    route({
      method: 'put',
      path: '/personal-data/retention/{module}/{rule}',
      access: 'privacy:manage',
      params: z.strictObject({ module: z.string().max(60), rule: z.string().max(60) }),
      body: z.strictObject({ keep: z.string().regex(keepPattern).meta({ example: 'P36M', description: 'ISO 8601: P36M, P90D' }) }),
      summary: { vi: 'Đặt thời hạn lưu một loại dữ liệu', en: 'Set how long a kind of data is kept' },
      answers: { 200: { description: 'Thời hạn / the rule', schema: rule } },
      handle: async (ctx, { params, body: { keep } }) => {
        const found = (await retentionOf(kernel(), provinceOf(kernel(), ctx))).find((one) => one.module === params.module && one.rule === params.rule);
        if (found === undefined) throw notFound({ vi: 'loại dữ liệu có thời hạn', en: 'Retention rule' });
        await ctx.change(async (trx) => {
          const values = { keep, changed_at: ctx.now() };
          await trx
            .insertInto('core.retention')
            .values({ plugin: params.module, rule: params.rule, ...values })
            .onConflict((oc) => oc.columns(['plugin', 'rule']).doUpdateSet(values))
            .execute();
          ctx.publish(trx, 'retention.changed', { subject: `${params.module}/${params.rule}`, data: { ...params, keep } });
          return null;
        });
        return ok({ ...found, keep });
      },
    }),
  ];
}
