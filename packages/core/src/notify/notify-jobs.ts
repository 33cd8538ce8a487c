import type { Kernel } from '../kernel.ts';
import type { CoreContext } from '../core-module/routes/core-route.ts';
import type { Job } from '../plugin/plugin.ts';
import { addressMessage } from './address-message.ts';
import { gatherDigests } from './gather-digests.ts';
import { sendMessage } from './send-message.ts';

/** Payloads: ids. Whom they lead to is found when it is sent. */
export interface NotifyJobs {
  'address-message': { message: string };
  'send-message': { send: string };
}

/** The work behind telling people, in every province. */
export function notifyJobs(kernel: () => Kernel): Readonly<Record<string, Job>> {
  return {
    'address-message': {
      title: { vi: 'Tìm người nhận một tin', en: 'Find whom a message is for' },
      timeoutSeconds: 60,
      run: (ctx, { payload }) => addressMessage(kernel(), ctx as unknown as CoreContext, (payload as NotifyJobs['address-message']).message),
    },
    'send-message': {
      title: { vi: 'Gửi một tin đến một người', en: 'Send a message to somebody' },
      timeoutSeconds: 120,
      run: (ctx, { payload }) => sendMessage(kernel(), ctx as unknown as CoreContext, (payload as NotifyJobs['send-message']).send),
    },
    'gather-digests': {
      title: { vi: 'Gộp các tin chờ thành một', en: 'Put messages together into digests' },
      cron: '0 * * * *',
      timeoutSeconds: 60,
      run: (ctx) => gatherDigests(ctx as unknown as CoreContext),
    },
  };
}
