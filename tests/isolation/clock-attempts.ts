import type { Attempt } from './attempts.ts';
import type { Twin } from './twin.ts';

const api = '/api/field-reports';
const in30Days = () => new Date(Date.now() + 30 * 86_400_000).toISOString();
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });
const post = (use: keyof Twin['reports'], path: string, json?: () => object) =>
  foreign(({ reports }) => ({ path: `${api}/reports/${reports[use].code}/${path}`, method: 'POST', ...(json && { json: json() }) }));

/** How the routes and pages of the clocks are tried. */
export const clockAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'GET /api/field-reports/inbox/:code/clocks': [foreign(({ reports }) => ({ path: `${api}/inbox/${reports.decide.code}/clocks` }))],
  'POST /api/field-reports/reports/:code/reclassify': [post('reclassify', 'reclassify', () => ({ priority: 'high' }))],
  'POST /api/field-reports/reports/:code/pause': [post('pause', 'pause', () => ({ reason: 'Chờ vật tư.' }))],
  'POST /api/field-reports/reports/:code/resume': [post('resume', 'resume')],
  'POST /api/field-reports/reports/:code/extensions': [post('extend', 'extensions', () => ({ reason: 'Chờ vật tư.', promisedAt: in30Days() }))],
  'POST /api/field-reports/reports/:code/extensions/:id/decide': [
    foreign(({ reports, clocks }) => ({ path: `${api}/reports/${reports.decide.code}/extensions/${clocks.extension}/decide`, json: { granted: true } })),
  ],
  'POST /api/field-reports/reports/:code/orders': [post('order', 'orders', () => ({ instruction: 'Khắc phục ngay.', dueAt: in30Days() }))],
  'POST /api/field-reports/reports/:code/orders/:id/complete': [
    foreign(({ reports, clocks }) => ({ path: `${api}/reports/${reports.complete.code}/orders/${clocks.order}/complete`, json: { result: 'Đã khắc phục xong.' } })),
  ],
  'GET /api/field-reports/orders': [{ refused: false, request: () => ({ path: `${api}/orders` }) }],
  'GET /api/field-reports/limits': [{ refused: false, request: () => ({ path: `${api}/limits` }) }],
  'PUT /api/field-reports/limits': [
    foreign(({ category, clocks }) => ({
      path: `${api}/limits`,
      method: 'PUT',
      json: { version: clocks.limitsVersion, limits: [{ category, answerDays: 9, validFrom: '2026-01-01' }], ladder: [{ told: '$agency', afterHours: 0 }] },
    })),
  ],
  'POST /phan-anh/viec/:code/dong-ho/:action': [
    foreign(({ reports }) => ({ path: `/phan-anh/viec/${reports.pauseOnPage.code}/dong-ho/tam-dung`, method: 'POST', form: { pauseReason: 'Chờ vật tư.', pauseUntil: '' } })),
  ],
};
