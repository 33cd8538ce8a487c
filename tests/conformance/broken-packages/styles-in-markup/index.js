import { definePlugin } from '@tinhthong/core';
import { z } from 'zod';

const title = { vi: 'Đèn đường', en: 'Street lamps' };

export const lamps = definePlugin()({
  id: 'lamps',
  version: '1.0.0',
  core: '^1.0.0',
  needs: {},
  title,
  summary: title,
  migrations: {},
  permissions: {},
  settings: z.strictObject({}),
  events: { publishes: {}, consumes: {} },
  jobs: {},
  metrics: {},
  subjects: {},
  personalData: { none: 'Chỉ có đèn / lamps only' },
  outbound: [],
  routes: [],
});
