import type { EventType } from '@tinhthong/core';
import { z } from 'zod';

/** What everybody may know of a mark; never who recorded it. */
export const markEvents = {
  'mark.recorded': {
    title: { vi: 'Đã ghi một vết lũ', en: 'A flood mark was recorded' },
    visibleTo: 'public',
    data: z.object({ commune: z.string(), depthCm: z.int() }),
  },
} as const satisfies Record<string, EventType>;

export type MarkEvents = { [E in keyof typeof markEvents]: z.output<(typeof markEvents)[E]['data']> };
