import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import { type Giver, giverOf, mayGrant, oneAfterAnother, refuseToLoseAdministrators } from '../../identity/handing-out.ts';
import type { Kernel } from '../../kernel.ts';
import type { PermissionName } from '../../plugin/permission-name.ts';
import type { Plugin } from '../../plugin/plugin.ts';
import { forbidden, invalidFields, notFound, Problem } from '../../plugin/problem.ts';
import { ok, type Route } from '../../plugin/route.ts';
import type { Grant } from '../../tenancy/province-tables.ts';
import { templateFiles } from '../../tenancy/template-files.ts';
import { type CoreContext, route, text } from './core-route.ts';
import { slug } from './member-routes.ts';

const id = z.strictObject({ id: slug });
// What a template may say of a role, an administrator may say too.
const { grants, title } = templateFiles.roles.shape.roles.element.shape;
const body = z.strictObject({
  title,
  grants: grants.max(200),
  appoints: z.array(slug).max(50).default([]).meta({ description: 'Vai trò mà người giữ vai trò này được trao / roles that its holders may give' }),
  secondFactor: z.boolean().default(false).meta({ description: 'Bắt buộc xác thực bước hai / asks for a second factor' }),
});
const role = z
  .object({
    id: z.string(),
    title: text,
    grants: z.array(z.object({ permission: z.string(), when: z.record(z.string(), z.unknown()).optional() })),
    appoints: z.array(z.string()),
    secondFactor: z.boolean(),
  })
  .meta({ id: 'Role' });

export function roleRoutes(kernel: () => Kernel): Route[] {
  const access = 'role:manage' as const;
  const accessChanged = (ctx: CoreContext) => kernel().registry.bus.send({ topic: 'access', province: ctx.tenant.id });
  const declared = () => [kernel().coreModule, ...kernel().plugins.all];
  return [
    route({
      method: 'get',
      path: '/roles',
      access,
      summary: { vi: 'Các vai trò và quyền của chúng', en: 'Roles and what they may do' },
      answers: { 200: { description: 'Danh sách / the list', schema: z.object({ items: z.array(role) }) } },
      handle: async (ctx) => ok({ items: await ctx.db.selectFrom('core.roles').select(['id', 'title', 'grants', 'appoints', 'second_factor as secondFactor']).orderBy('id').execute() }),
    }),
    route({
      method: 'put',
      path: '/roles/{id}',
      access,
      recent: true,
      params: id,
      body,
      summary: { vi: 'Tạo hoặc đổi vai trò', en: 'Make or change a role' },
      answers: { 204: { description: 'Đã đổi / changed' } },
      handle: async (ctx, { params, body }) => {
        const plugins = declared();
        await ctx.change(async (trx) => {
          await oneAfterAnother(trx);
          const before = await trx.selectFrom('core.roles').select(['grants', 'appoints']).where('id', '=', params.id).executeTakeFirst();
          const giver = await giverOf(trx, ctx.actor.id!);
          // What the role holds of a module that is not here now opens nothing, and need not be thrown away for another change.
          const isNew = (grant: object) => before?.grants.some((old) => isDeepStrictEqual(old, grant)) !== true;
          const added = body.grants.filter(isNew);
          refuseUnknown(plugins, body.grants.map((grant) => (isNew(grant) ? grant.permission : undefined)));
          if (!added.every((grant) => mayAdd(giver, plugins, params.id, grant as Grant))) throw forbidden();
          if (!body.appoints.every((other) => before?.appoints.includes(other) || giver.appoints.has(other))) throw forbidden();
          const values = { title: JSON.stringify(body.title), grants: JSON.stringify(body.grants), appoints: body.appoints, second_factor: body.secondFactor };
          await trx.insertInto('core.roles').values({ id: params.id, ...values }).onConflict((oc) => oc.column('id').doUpdateSet(values)).execute();
          await refuseToLoseAdministrators(trx);
          ctx.publish(trx, 'role.changed', {
            subject: params.id,
            data: { role: params.id, grants: body.grants.map(({ permission }) => permission), appoints: body.appoints, secondFactor: body.secondFactor },
          });
          return null;
        });
        accessChanged(ctx);
        return { status: 204 };
      },
    }),
    route({
      method: 'delete',
      path: '/roles/{id}',
      access,
      recent: true,
      params: id,
      summary: { vi: 'Xóa vai trò không còn ai giữ', en: 'Delete a role that nobody has' },
      answers: { 204: { description: 'Đã xóa / deleted' } },
      handle: async (ctx, { params }) => {
        await ctx.change(async (trx) => {
          await oneAfterAnother(trx);
          if (await trx.selectFrom('core.members').select('account').where((eb) => eb(eb.val(params.id), '=', eb.fn.any('roles'))).executeTakeFirst()) throw stillHeld();
          const { numDeletedRows } = await trx.deleteFrom('core.roles').where('id', '=', params.id).executeTakeFirstOrThrow();
          if (numDeletedRows === 0n) throw notFound({ vi: 'vai trò', en: 'Role' });
          ctx.publish(trx, 'role.deleted', { subject: params.id, data: { role: params.id } });
          return null;
        });
        accessChanged(ctx);
        return { status: 204 };
      },
    }),
  ];
}

/** Names all of them at once, each at its place among the grants; undefined stands where nothing is asked. */
function refuseUnknown(plugins: readonly Plugin[], asked: readonly (string | undefined)[]): void {
  const errors = asked.flatMap((permission, index) =>
    permission === undefined || plugins.some(({ permissions }) => permission in permissions)
      ? []
      : [{ path: `body.grants.${index}.permission`, message: { vi: `không phân hệ nào có quyền "${permission}"`, en: `no module has a permission "${permission}"` } }],
  );
  if (errors.length > 0) throw invalidFields(errors);
}

/** What they hold themselves, and what its own module suggests for this very role: else nobody could grant what is new. */
function mayAdd(giver: Giver, plugins: readonly Plugin[], role: string, grant: Grant): boolean {
  return mayGrant(giver, grant) || plugins.some(({ permissions }) => permissions[grant.permission as PermissionName]?.suggestedRoles.includes(role));
}

function stillHeld(): Problem {
  return new Problem(409, 'role-in-use', { vi: 'Còn người giữ vai trò này.', en: 'Somebody still has this role.' });
}
