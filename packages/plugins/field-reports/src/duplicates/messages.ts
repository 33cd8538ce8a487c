import type { Message } from '@tinhthong/core';

/** What people hear when staff find that their report and another are one. */
export const duplicateMessages = {
  'report-merged': {
    title: { vi: 'Phản ánh của tôi: đã gộp', en: 'My report: merged' },
    channels: ['email', 'push'],
    template: {
      subject: { vi: 'Phản ánh {code}: đã gộp vào {into}', en: 'Report {code}: merged into {into}' },
      body: {
        vi: 'Phản ánh {code} của bạn và {into} nói về cùng một việc nên được gộp lại. Bạn vẫn được báo từng bước và đánh giá được kết quả.',
        en: 'Your report {code} and {into} are about the same, and are one from now on. You go on hearing of each step, and can rate the result.',
      },
    },
  },
} as const satisfies Record<string, Message>;
