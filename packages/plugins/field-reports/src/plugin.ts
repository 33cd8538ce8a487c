import { definePlugin } from '@tinhthong/core';
import { reportEvents } from './events.ts';
import { countedEvents, foldFigures } from './figures/fold-figures.ts';
import { tellAgency, tellCommune } from './jobs/tell-agency.ts';
import { warnLate } from './jobs/warn-late.ts';
import { addressOf, messages } from './messages.ts';
import { metrics } from './metrics.ts';
import * as reports from './migrations/0001-reports.ts';
import type { FieldReports } from './module.ts';
import { functions } from './pages/functions.ts';
import { homeSection } from './pages/home-section.ts';
import { pages } from './pages/pages.ts';
import { personalData } from './personal-data.ts';
import { acceptReport } from './routes/accept-report.ts';
import { answerReport } from './routes/answer-report.ts';
import { assignReport } from './routes/assign-report.ts';
import { closeReport } from './routes/close-report.ts';
import { followReport } from './routes/follow-report.ts';
import { listCategories } from './routes/list-categories.ts';
import { listInbox } from './routes/list-inbox.ts';
import { listReports } from './routes/list-reports.ts';
import { lookUpReporter } from './routes/look-up-reporter.ts';
import { rateReport } from './routes/rate-report.ts';
import { readFigures } from './routes/read-figures.ts';
import { readInboxReport } from './routes/read-inbox-report.ts';
import { readReport } from './routes/read-report.ts';
import { rejectReport } from './routes/reject-report.ts';
import { reopenReport } from './routes/reopen-report.ts';
import { startReport } from './routes/start-report.ts';
import { submitReport } from './routes/submit-report.ts';
import { uploadPhoto } from './routes/upload-photo.ts';
import { withdrawReport } from './routes/withdraw-report.ts';
import { settings } from './settings.ts';
import { fillFromTemplate, template } from './template.ts';

export const fieldReports = definePlugin<FieldReports>()({
  id: 'field-reports',
  version: '1.0.0',
  core: '^1.0.0',
  needs: {},
  title: { vi: 'Phản ánh hiện trường', en: 'Field reports' },
  summary: {
    vi: 'Người dân báo sự việc, đơn vị xử lý và trả lời trong thời hạn, mọi người cùng thấy.',
    en: 'Citizens report, agencies handle and answer in time, everybody sees.',
  },
  migrations: { '0001-reports': reports },
  permissions: {
    'report:read': { title: { vi: 'Xem phản ánh và ghi chú nội bộ', en: 'Read reports and internal notes' }, suggestedRoles: ['dispatcher', 'officer', 'leader'] },
    'report:accept': { title: { vi: 'Tiếp nhận', en: 'Accept' }, suggestedRoles: ['dispatcher'] },
    'report:reject': { title: { vi: 'Không tiếp nhận', en: 'Reject' }, suggestedRoles: ['dispatcher'] },
    'report:assign': { title: { vi: 'Chuyển xử lý', en: 'Assign' }, suggestedRoles: ['dispatcher'] },
    'report:handle': { title: { vi: 'Xử lý và trả lời', en: 'Handle and answer' }, suggestedRoles: ['officer'] },
    'report:close': { title: { vi: 'Đóng', en: 'Close' }, suggestedRoles: ['dispatcher', 'leader'] },
    'report:identify': { title: { vi: 'Xem người gửi, có ghi lại mục đích', en: 'See the reporter, with a recorded purpose' }, suggestedRoles: ['dispatcher'] },
  },
  settings,
  template,
  events: { publishes: reportEvents, consumes: { 'report.submitted': ['tell-agency', 'tell-commune'] } },
  jobs: { 'tell-agency': tellAgency, 'tell-commune': tellCommune, 'warn-late': warnLate },
  messages,
  addressOf,
  projections: { figures: { of: countedEvents, apply: (_ctx, trx, events) => foldFigures(trx, events) } },
  metrics,
  functions,
  home: homeSection,
  mounts: { '/phan-anh': pages },
  subjects: { report: { columns: { agency: 'agency', commune: 'commune', category: 'category' } } },
  personalData,
  outbound: [],
  routes: [
    listCategories,
    submitReport,
    uploadPhoto,
    listReports,
    readReport,
    followReport,
    rateReport,
    reopenReport,
    withdrawReport,
    listInbox,
    readInboxReport,
    acceptReport,
    rejectReport,
    assignReport,
    startReport,
    answerReport,
    closeReport,
    lookUpReporter,
    readFigures,
  ],
  async onEnable(_ctx, trx, content) {
    if (content !== undefined) await fillFromTemplate(trx, template.parse(content));
  },
  // Read only where it is wanted: a year of sample texts has no business in a real deployment's memory.
  demo: async (ctx) => (await import('./demo.ts')).addDemoReports(ctx),
});
