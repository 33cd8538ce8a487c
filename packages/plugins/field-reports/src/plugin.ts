import { definePlugin } from '@tinhthong/core';
import { addressOf, messages } from './after-answer/messages.ts';
import { onUnsubscribe } from './after-answer/on-unsubscribe.ts';
import { reportsLayer } from './after-answer/report-points.ts';
import { searchReports } from './reading/search-source.ts';
import { duplicateMessages } from './duplicates/messages.ts';
import { reportEvents } from './events.ts';
import { foldFigures } from './figures/fold-figures.ts';
import { hotSpotLayers } from './figures/hot-spot-layers.ts';
import { metrics } from './figures/metrics.ts';
import { refoldFigures } from './figures/refold-figures.ts';
import { factTypes } from './figures/report-facts.ts';
import { figuresMessages } from './figures/send-digest.ts';
import { consumes, jobs } from './jobs.ts';
import { migrations } from './migrations/migrations.ts';
import type { FieldReports } from './module.ts';
import { changingEvents, foldChanges } from './open311/fold-changes.ts';
import { open311 } from './open311/open311.ts';
import { functions } from './pages/functions.ts';
import { homeSection } from './pages/home-section.ts';
import { pages } from './pages/pages.ts';
import { permissions } from './permissions.ts';
import { personalData } from './privacy/personal-data.ts';
import { routes } from './routes.ts';
import { settings } from './settings.ts';
import { trainCommand } from './suggestions/train-command.ts';
import { fillFromTemplate, template } from './template.ts';
import { widgets } from './widgets.ts';

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
  migrations,
  permissions,
  subjects: { report: { columns: { agency: 'agency', commune: 'commune', category: 'category' } }, contribution: { columns: { agency: 'contributions.agency' } } },
  settings,
  secrets: { intake: { title: { vi: 'Khóa ký tin và thư gửi đến (whsec_…; nhiều khóa cách nhau bằng dấu cách)', en: 'Key that signs incoming messages and letters (whsec_…; several separated by spaces)' } } },
  template,
  routes,
  events: { publishes: reportEvents, consumes },
  jobs,
  messages: { ...messages, ...duplicateMessages, ...figuresMessages },
  addressOf,
  onUnsubscribe,
  projections: {
    figures: { of: factTypes, apply: (ctx, trx, events) => foldFigures(ctx, trx, events) },
    changes: { of: changingEvents, apply: foldChanges },
  },
  metrics,
  layers: { reports: reportsLayer, ...hotSpotLayers },
  functions,
  search: searchReports,
  home: homeSection,
  mounts: { '/phan-anh': pages, '/open311/v2': open311 },
  built: new URL('../ui/dist/', import.meta.url),
  ui: '^1',
  widgets,
  personalData,
  outbound: [],
  commands: { 'refold-figures': refoldFigures, train: trainCommand },
  async onEnable(_ctx, trx, content) {
    if (content !== undefined) await fillFromTemplate(trx, template.parse(content));
  },
  documents: async () => (await import('./documents/documents.ts')).documents(),
  // Read only where it is wanted: a year of sample texts has no business in a real deployment's memory.
  demo: async (ctx) => (await import('./demo.ts')).addDemoReports(ctx),
});
