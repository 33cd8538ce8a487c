import { z } from 'zod';
import type { Kernel } from '../../kernel.ts';
import { ok, type Route } from '../../plugin/route.ts';
import { route, text, time } from './core-route.ts';

const word = z.string().min(1).max(200);
const entry = z
  .object({
    position: z.int().meta({ description: 'Vị trí trong chuỗi / place in the chain' }),
    at: time,
    module: z.string(),
    type: z.string().meta({ example: 'key.created' }),
    title: text.nullable(),
    subject: z.string(),
    actor: z.object({ kind: z.string(), id: z.string().nullable() }),
    agency: z.string().nullable(),
    data: z.unknown().meta({ description: 'Như loại sự kiện khai báo / as the type of event declares it' }),
    link: z.string().meta({ description: 'SHA-256 của chuỗi đến dòng này / of the chain up to this row' }),
  })
  .meta({ id: 'AuditEntry' });

/** The event log as an auditor reads it: who did what to what, newest first. */
export function auditRoutes(kernel: () => Kernel): Route[] {
  const titleOf = (module: string, type: string) =>
    (module === 'core' ? kernel().coreModule : kernel().plugins.get(module))?.events.publishes[type]?.title ?? null;
  return [
    route({
      method: 'get',
      path: '/audit',
      access: 'audit:read',
      summary: { vi: 'Nhật ký kiểm toán', en: 'The audit log' },
      query: z.strictObject({
        module: word.optional(),
        type: word.optional(),
        subject: word.optional(),
        actor: word.optional().meta({ description: 'Mã tài khoản hoặc khóa API / id of an account or API key' }),
        from: z.iso.datetime({ offset: true }).optional(),
        to: z.iso.datetime({ offset: true }).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      }),
      answers: {
        200: { description: 'Một trang / a page', schema: z.object({ items: z.array(entry), next: z.string().nullable() }) },
      },
      handle: async (ctx, { query }) => {
        const { cursor, limit, ...filter } = query;
        const list = `audit|${JSON.stringify(filter)}`;
        const before = cursor === undefined ? undefined : Number(ctx.cursors.open(list, cursor)[0]);
        const rows = await ctx.db
          .selectFrom('core.events')
          .select(['position', 'at', 'plugin', 'type', 'subject', 'actor_kind', 'actor_id', 'agency', 'data', 'link'])
          .where('position', 'is not', null)
          .$narrowType<{ position: number; link: Buffer }>()
          .$if(before !== undefined, (all) => all.where('position', '<', before!))
          .$if(filter.module !== undefined, (all) => all.where('plugin', '=', filter.module!))
          .$if(filter.type !== undefined, (all) => all.where('type', '=', filter.type!))
          .$if(filter.subject !== undefined, (all) => all.where('subject', '=', filter.subject!))
          .$if(filter.actor !== undefined, (all) => all.where('actor_id', '=', filter.actor!))
          .$if(filter.from !== undefined, (all) => all.where('at', '>=', new Date(filter.from!)))
          .$if(filter.to !== undefined, (all) => all.where('at', '<', new Date(filter.to!)))
          .orderBy('position', 'desc')
          .limit(limit + 1)
          .execute();
        const page = rows.slice(0, limit);
        return ok({
          items: page.map(({ plugin, type, actor_kind, actor_id, link, ...row }) => ({
            ...row,
            module: plugin,
            type,
            title: titleOf(plugin, type),
            actor: { kind: actor_kind, id: actor_id },
            link: link.toString('hex'),
          })),
          next: rows.length > limit ? ctx.cursors.seal(list, [page.at(-1)!.position]) : null,
        });
      },
    }),
  ];
}
