import { definePlugin } from '@tinhthong/core';
import { addDemoMarks } from './demo.ts';
import { markEvents } from './events.ts';
import { tellCommune } from './jobs/tell-commune.ts';
import { metrics } from './metrics.ts';
import * as marks from './migrations/0001-marks.ts';
import type { FloodMarks } from './module.ts';
import { personalData } from './personal-data.ts';
import { confirmMark } from './routes/confirm-mark.ts';
import { listMarks } from './routes/list-marks.ts';
import { recordMark } from './routes/record-mark.ts';
import { settings } from './settings.ts';

export const floodMarks = definePlugin<FloodMarks>()({
  id: 'flood-marks',
  version: '1.0.0',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Vết lũ', en: 'Flood marks' },
  summary: {
    vi: 'Người dân ghi lại nước đã ngập đến đâu, cán bộ xác nhận, mọi người cùng xem.',
    en: 'Citizens record how high the water stood, officers confirm, everybody sees.',
  },
  migrations: { '0001-marks': marks },
  permissions: {
    'mark:confirm': {
      title: { vi: 'Xác nhận vết lũ', en: 'Confirm flood marks' },
      suggestedRoles: ['officer', 'dispatcher'],
      suggestedWhen: { officer: { commune: { $in: '$mine.communes' } } },
    },
  },
  settings,
  events: { publishes: markEvents, consumes: { 'mark.recorded': ['tell-commune'] } },
  jobs: { 'tell-commune': tellCommune },
  metrics,
  subjects: { mark: { columns: { commune: 'commune' } } },
  personalData,
  outbound: [],
  ui: '^1',
  built: new URL('../ui/dist/', import.meta.url),
  functions: [
    {
      title: { vi: 'Vết lũ', en: 'Flood marks' },
      summary: { vi: 'Nước đã ngập đến đâu ở xã, phường của bạn.', en: 'How high the water stood in your commune.' },
      href: '/ui/flood-marks/tt-flood-marks-recent',
      icon: 'flood',
    },
    {
      title: { vi: 'Xác nhận vết lũ', en: 'Confirm flood marks' },
      summary: { vi: 'Những vết lũ người dân vừa ghi.', en: 'What citizens have just recorded.' },
      href: '/ui/flood-marks/tt-flood-marks-confirm',
      icon: 'inbox',
      permission: 'mark:confirm',
    },
  ],
  widgets: [{ tag: 'tt-flood-marks-recent', title: { vi: 'Các vết lũ mới nhất', en: 'Latest flood marks' }, module: 'recent-marks.js' }],
  screens: [{ tag: 'tt-flood-marks-confirm', title: { vi: 'Xác nhận vết lũ', en: 'Confirm flood marks' }, module: 'confirm-marks.js', permission: 'mark:confirm' }],
  routes: [recordMark, listMarks, confirmMark],
  demo: addDemoMarks,
});
