import type { EventType } from '@tinhthong/core';
import { z } from 'zod';
import { clockKinds, clockTimes } from './clocks/clocks.ts';
import { timelineTitles } from './timeline-titles.ts';

/** Every event says its category, so that figures can be folded without reading the report again. */
const base = z.object({ category: z.string() });
/** Due times that an event begins or moves; `dueAt` is the whole's, where it is among them. */
const timed = { clocks: clockTimes.optional(), dueAt: z.string().optional() };
const ofClock = base.extend({ agency: z.string(), clock: z.object({ kind: z.enum(clockKinds), part: z.string() }), dueAt: z.string() });
const reason = base.extend({ reason: z.string() });

export const reportEvents = {
  'report.submitted': {
    title: timelineTitles['report.submitted'],
    visibleTo: 'public',
    // Whose it is proposed to be, how many pictures and videos came with it, and whether anybody may see it: for the figures.
    data: base.extend({ code: z.string(), commune: z.string(), channel: z.string(), agency: z.string().optional(), media: z.int().optional(), public: z.boolean().optional(), ...timed }),
  },
  'report.accepted': { title: timelineTitles['report.accepted'], visibleTo: 'public', data: base.extend(timed) },
  'report.rejected': { title: timelineTitles['report.rejected'], visibleTo: 'public', data: reason },
  'report.withdrawn': { title: timelineTitles['report.withdrawn'], visibleTo: 'public', data: base },
  'report.assigned': {
    title: timelineTitles['report.assigned'],
    visibleTo: 'public',
    data: base.extend({ agency: z.string(), clocks: clockTimes.optional(), dueAt: z.string() }),
  },
  'report.started': { title: timelineTitles['report.started'], visibleTo: 'public', data: base },
  'report.answered': {
    title: timelineTitles['report.answered'],
    visibleTo: 'public',
    data: base.extend({ answer: z.string(), photos: z.int(), onTime: z.boolean() }),
  },
  'report.closed': { title: timelineTitles['report.closed'], visibleTo: 'public', data: base },
  'report.rated': {
    title: timelineTitles['report.rated'],
    visibleTo: 'public',
    // Of the reporter, unless it says that a voice did; figures count reporters.
    data: base.extend({ rating: z.enum(['satisfied', 'accepted', 'dissatisfied']), before: z.string().nullable(), by: z.enum(['reporter', 'voice']).optional() }),
  },
  'report.joined': {
    title: timelineTitles['report.joined'],
    visibleTo: 'public',
    data: base.extend({ voices: z.int() }),
  },
  'report.merged': {
    title: timelineTitles['report.merged'],
    visibleTo: 'public',
    data: base.extend({ into: z.string() }),
  },
  'report.absorbed': {
    title: timelineTitles['report.absorbed'],
    visibleTo: 'public',
    data: base.extend({ code: z.string(), voices: z.int() }),
  },
  'report.unmerged': {
    title: timelineTitles['report.unmerged'],
    visibleTo: 'public',
    data: base.extend({ from: z.string(), status: z.string() }),
  },
  'report.released': {
    title: timelineTitles['report.released'],
    visibleTo: 'public',
    data: base.extend({ code: z.string(), voices: z.int() }),
  },
  'report.reopened': {
    title: timelineTitles['report.reopened'],
    visibleTo: 'public',
    // Whose it is now and was before, how often by now; the reason where a supervisor decided, never the reporter's own.
    data: base.extend({ agency: z.string().optional(), before: z.string().optional(), times: z.int().optional(), reason: z.string().optional() }),
  },
  'report.supplemented': {
    title: timelineTitles['report.supplemented'],
    visibleTo: 'public',
    data: base.extend({ photos: z.int(), remark: z.boolean() }),
  },
  'report.disputed': { title: timelineTitles['report.disputed'], visibleTo: 'public', data: base },
  'report.upheld': { title: timelineTitles['report.upheld'], visibleTo: 'public', data: reason },
  'report.reclassified': {
    title: timelineTitles['report.reclassified'],
    visibleTo: 'public',
    data: base.extend({ ...timed, before: z.string(), priority: z.enum(['normal', 'high']), priorityBefore: z.enum(['normal', 'high']), agency: z.string(), public: z.boolean().optional(), publishable: z.boolean().optional() }),
  },
  'report.paused': {
    title: timelineTitles['report.paused'],
    visibleTo: 'public',
    data: reason.extend({ until: z.string() }),
  },
  'report.resumed': { title: timelineTitles['report.resumed'], visibleTo: 'public', data: base.extend(timed) },
  'extension.requested': {
    title: { vi: 'Đề nghị gia hạn', en: 'Extension requested' },
    visibleTo: 'report:read',
    data: base.extend({ extension: z.string(), promisedAt: z.string() }),
  },
  'extension.refused': { title: { vi: 'Không đồng ý gia hạn', en: 'Extension refused' }, visibleTo: 'report:read', data: base.extend({ extension: z.string() }) },
  'report.extended': {
    title: timelineTitles['report.extended'],
    visibleTo: 'public',
    data: reason.extend({ ...timed, extension: z.string(), dueAt: z.string(), before: z.string() }),
  },
  'report.ordered': {
    title: timelineTitles['report.ordered'],
    visibleTo: 'public',
    data: base.extend({ clocks: clockTimes.optional(), order: z.string(), agency: z.string(), until: z.string() }),
  },
  'order.completed': {
    title: timelineTitles['order.completed'],
    visibleTo: 'public',
    data: base.extend({ order: z.string(), agency: z.string(), onTime: z.boolean() }),
  },
  'clock.warned': { title: { vi: 'Đã nhắc sắp quá hạn', en: 'Warned that time runs out' }, visibleTo: 'report:read', data: ofClock },
  'clock.escalated': {
    title: { vi: 'Quá hạn, đã báo cấp trên', en: 'Late, and passed up the ladder' },
    visibleTo: 'report:read',
    data: ofClock.extend({ to: z.string(), rung: z.int() }),
  },
  'clocks.changed': {
    title: { vi: 'Đã đổi quy định thời hạn', en: 'Limits changed' },
    visibleTo: 'clocks:manage',
    data: z.object({ added: z.int(), retired: z.int(), rungs: z.int() }),
  },
  'video.received': {
    title: { vi: 'Đã nhận video', en: 'Video received' },
    visibleTo: 'report:read',
    data: base.extend({ state: z.enum(['ready', 'staff-only', 'refused']) }),
  },
  'report.redacted': {
    title: { vi: 'Đã che bớt nội dung công khai', en: 'Part of the public content hidden' },
    visibleTo: 'report:read',
    data: base.extend({ what: z.enum(['text', 'address', 'timeline', 'picture', 'video']), undone: z.boolean() }),
  },
  'original.viewed': {
    title: { vi: 'Đã xem bản gốc', en: 'Original looked at' },
    visibleTo: 'report:original',
    data: base.extend({ purpose: z.string() }),
  },
  'intake.received': {
    title: { vi: 'Tin, thư hoặc bản nháp đã vào hàng chờ', en: 'A message, letter or draft is waiting' },
    visibleTo: 'report:enter',
    data: z.object({ kind: z.string(), channel: z.string(), state: z.string() }),
  },
  'intake.discarded': {
    title: { vi: 'Đã bỏ khỏi hàng chờ', en: 'Put aside' },
    visibleTo: 'report:enter',
    data: z.object({ kind: z.string(), reason: z.string() }),
  },
  'report.refused': {
    title: timelineTitles['report.refused'],
    visibleTo: 'public',
    data: reason.extend({ from: z.string(), to: z.string(), proposed: z.string(), refusals: z.int() }),
  },
  'report.contributed': {
    title: { vi: 'Đơn vị phối hợp đã góp phần trả lời', en: 'A coordinating agency gave its part' },
    visibleTo: 'report:read',
    data: base.extend({ ...timed, agency: z.string() }),
  },
  'routing.changed': {
    title: { vi: 'Đã đổi bảng phân luồng', en: 'Routing changed' },
    visibleTo: 'routing:manage',
    data: z.object({ version: z.int(), added: z.int(), retired: z.int() }),
  },
  'report.commented': {
    title: timelineTitles['report.commented'],
    visibleTo: 'public',
    // The text is masked; the status is what the other system says, and moves nothing here.
    data: base.extend({ update: z.string(), status: z.enum(['open', 'closed']), text: z.string() }),
  },
  'import.checked': {
    title: { vi: 'Đã kiểm tra một tệp nhập', en: 'A file to import was checked' },
    visibleTo: 'report:import',
    data: z.object({ lines: z.int(), bad: z.int() }),
  },
  'import.finished': {
    title: { vi: 'Đã nhập xong một tệp', en: 'An import has finished' },
    visibleTo: 'report:import',
    data: z.object({ imported: z.int(), known: z.int(), bad: z.int() }),
  },
  'figures.corrected': {
    title: { vi: 'Đã đính chính số liệu đã chốt', en: 'Published figures were corrected' },
    visibleTo: 'figures:read',
    data: z.object({ period: z.string(), metrics: z.int(), reason: z.string() }),
  },
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
