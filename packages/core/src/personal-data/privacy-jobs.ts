import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';
import type { Job } from '../plugin/plugin.ts';
import { eraseAccount } from './erase-account.ts';
import { applyRule, retentionBatch, retentionOf } from './retention.ts';

export interface PrivacyJobs {
  'erase-account': { request: string };
  retain: { module: string; rule: string };
  'remove-bytes': { files: readonly string[] };
}

// With pauses of at most an hour between them, more than the 72 hours that the law gives.
const eraseAttempts = 100;

const job = <Payload>({ run, ...parts }: Omit<Job, 'run'> & { run(ctx: CoreContext, payload: Payload): Promise<void> }): Job => ({
  ...parts,
  run: (ctx, { payload }) => run(ctx as unknown as CoreContext, payload as Payload),
});

/** The work behind personal data, in every province. */
export function privacyJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  return {
    'erase-account': job<PrivacyJobs['erase-account']>({
      title: { vi: 'Xóa dữ liệu của một tài khoản', en: 'Erase what is held about an account' },
      timeoutSeconds: 300,
      attempts: eraseAttempts,
      async run(ctx, { request }) {
        const row = await ctx.db.selectFrom('core.privacy_requests').select(['account', 'done_at']).where('id', '=', request).executeTakeFirst();
        if (row !== undefined && row.done_at === null) await eraseAccount(kernel(), provinceOf(kernel(), ctx), row.account);
      },
    }),
    'apply-retention': job({
      title: { vi: 'Xóa dữ liệu hết thời hạn lưu', en: 'Remove what has been kept long enough' },
      cron: '20 2 * * *',
      timeoutSeconds: 60,
      async run(ctx) {
        const rules = await retentionOf(kernel(), provinceOf(kernel(), ctx));
        await ctx.change(async (trx) => {
          for (const { module, rule } of rules) ctx.enqueue(trx, 'retain', { module, rule });
          return null;
        });
      },
    }),
    retain: job<PrivacyJobs['retain']>({
      title: { vi: 'Xóa một loại dữ liệu hết thời hạn lưu', en: 'Remove one kind of data kept long enough' },
      timeoutSeconds: 120,
      async run(ctx, { module, rule }) {
        const province = provinceOf(kernel(), ctx);
        const found = (await retentionOf(kernel(), province)).find((one) => one.module === module && one.rule === rule);
        if (found === undefined) return;
        await ctx.change(async (trx) => {
          const { rows, before } = await applyRule(kernel(), province, found, trx);
          if (rows > 0) ctx.publish(trx, 'retention.applied', { subject: `${module}/${rule}`, data: { module, rule, rows, before: before.toISOString() } });
          if (rows === retentionBatch) ctx.enqueue(trx, 'retain', { module, rule });
          return null;
        });
      },
    }),
    'remove-bytes': job<PrivacyJobs['remove-bytes']>({
      title: { vi: 'Xóa nội dung tệp đã bỏ', en: 'Remove the bytes of removed files' },
      timeoutSeconds: 60,
      run: (ctx, { files }) => kernel().files.removeBytes(ctx.tenant.id, files),
    }),
  };
}
