import type { EventType } from '@tinhthong/core';
import { z } from 'zod';

/** Every event says its category, so that figures can be folded without reading the report again. */
const base = z.object({ category: z.string() });
const reason = base.extend({ reason: z.string() });

export const reportEvents = {
  'report.submitted': {
    title: { vi: 'Đã gửi phản ánh', en: 'Report submitted' },
    visibleTo: 'public',
    data: base.extend({ code: z.string(), commune: z.string(), channel: z.string() }),
  },
  'report.accepted': { title: { vi: 'Đã tiếp nhận', en: 'Accepted' }, visibleTo: 'public', data: base },
  'report.rejected': { title: { vi: 'Không tiếp nhận', en: 'Rejected' }, visibleTo: 'public', data: reason },
  'report.withdrawn': { title: { vi: 'Người gửi đã rút', en: 'Withdrawn by its reporter' }, visibleTo: 'public', data: base },
  'report.assigned': {
    title: { vi: 'Đã chuyển đơn vị xử lý', en: 'Assigned' },
    visibleTo: 'public',
    data: base.extend({ agency: z.string(), dueAt: z.string() }),
  },
  'report.started': { title: { vi: 'Đang xử lý', en: 'In progress' }, visibleTo: 'public', data: base },
  'report.answered': {
    title: { vi: 'Đã trả lời', en: 'Answered' },
    visibleTo: 'public',
    data: base.extend({ answer: z.string(), photos: z.int(), onTime: z.boolean() }),
  },
  'report.closed': { title: { vi: 'Đã đóng', en: 'Closed' }, visibleTo: 'public', data: base },
  'report.rated': {
    title: { vi: 'Người gửi đã đánh giá', en: 'Rated by its reporter' },
    visibleTo: 'public',
    data: base.extend({ rating: z.enum(['satisfied', 'accepted', 'dissatisfied']), before: z.string().nullable() }),
  },
  'report.reopened': { title: { vi: 'Đã mở lại', en: 'Reopened' }, visibleTo: 'public', data: base },
  'reporter.viewed': {
    title: { vi: 'Đã xem thông tin người gửi', en: 'Reporter looked up' },
    visibleTo: 'report:identify',
    data: z.object({ purpose: z.string() }),
  },
} as const satisfies Record<string, EventType>;

export type ReportEvents = { [E in keyof typeof reportEvents]: z.output<(typeof reportEvents)[E]['data']> };

export const eventTypes = Object.keys(reportEvents) as (keyof ReportEvents)[];
/** The types that a public timeline shows. */
export const timelineTypes = eventTypes.filter((type) => reportEvents[type].visibleTo === 'public');
