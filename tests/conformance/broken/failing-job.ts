import { wells } from '../wells.ts';

/** Nobody sees it fail, night after night. */
export const breaks = 'tasks';
export const plugin = wells({
  jobs: {
    ...wells().jobs,
    'send-summary': {
      title: { vi: 'Gửi tổng hợp', en: 'Send the summary' },
      cron: '0 6 * * *',
      timeoutSeconds: 10,
      async run() {
        throw new Error('connect ECONNREFUSED');
      },
    },
  },
});
