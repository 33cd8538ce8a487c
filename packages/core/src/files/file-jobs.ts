import { z } from 'zod';
import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import type { EventType, Job } from '../plugin/plugin.ts';
import { comparePage, type Cursor } from './compare-page.ts';

export interface FileJobs {
  'compare-files': { after: Cursor };
}

export interface FileEvents {
  'files.broken': { files: readonly string[] };
}

export const fileEvents: { readonly [E in keyof FileEvents]: EventType } = {
  'files.broken': {
    title: { vi: 'Có tệp mất hoặc thiếu nội dung trong kho', en: 'Files are lost or incomplete in the store' },
    visibleTo: 'audit:read',
    data: z.object({ files: z.array(z.uuid()) }),
  },
};

/**
 * Removes bytes whose row was rolled back or whose removal was broken off, page after page. How far it has come is the
 * payload of the next task: a kill anywhere costs the page under way.
 */
export function fileJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  return {
    'compare-files': {
      title: { vi: 'Đối chiếu kho tệp với cơ sở dữ liệu', en: 'Compare the file store with the database' },
      cron: '40 1 * * *',
      timeoutSeconds: 300,
      async run(context, { payload }) {
        const ctx = context as unknown as CoreContext;
        const { files } = kernel();
        const province = ctx.tenant.id;
        const { orphans, broken, next } = await comparePage(files, ctx.db, province, (payload as Partial<FileJobs['compare-files']>).after);
        for (const path of orphans) await files.removeObject(path);
        if (orphans.length > 0) ctx.log.info('bytes without a row were removed', { objects: orphans.length });
        await ctx.change(async (trx) => {
          if (broken.length > 0) ctx.publish(trx, 'files.broken', { subject: province, data: { files: broken } });
          if (next !== undefined) ctx.enqueue(trx, 'compare-files', { after: next });
          return null;
        });
      },
    },
  };
}
