import { auditJobs } from '../audit/audit-jobs.ts';
import { refillDeliveries } from '../events/webhooks/fill-deliveries.ts';
import { type FileJobs, fileJobs } from '../files/file-jobs.ts';
import { type AccountJobs, accountJobs } from '../identity/account-jobs.ts';
import type { Kernel } from '../kernel.ts';
import { type NotifyJobs, notifyJobs } from '../notify/notify-jobs.ts';
import { type PrivacyJobs, privacyJobs } from '../personal-data/privacy-jobs.ts';
import type { Job } from '../plugin/plugin.ts';
import type { CoreContext } from './routes/core-route.ts';
import { provinceOf } from '../modules/province-of.ts';

/** Payloads of the core's jobs. */
export interface CoreJobs extends AccountJobs, FileJobs, NotifyJobs, PrivacyJobs {
  'resend-events': { webhook: string; since: string };
}

/** The core's own background work, in every province. */
export function coreJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  return {
    ...accountJobs(kernel),
    ...fileJobs(kernel),
    ...notifyJobs(kernel),
    ...auditJobs(kernel),
    ...privacyJobs(kernel),
    'resend-events': {
      title: { vi: 'Gửi lại sự kiện đến một webhook', en: 'Send events to a webhook again' },
      timeoutSeconds: 120,
      attempts: 3,
      async run(context, { payload }) {
        const ctx = context as unknown as CoreContext;
        const { webhook, since } = payload as CoreJobs['resend-events'];
        const { registry } = kernel();
        await ctx.change(async (trx) => refillDeliveries(kernel(), provinceOf(kernel(), ctx), trx, webhook, new Date(since)));
        registry.bus.send({ topic: 'deliveries', province: ctx.tenant.id });
      },
    },
  };
}
