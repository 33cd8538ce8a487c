import type { Attempt } from './attempts.ts';
import type { ReportUse } from './twin.ts';

const api = '/api/field-reports';
const reason = 'Sự việc vẫn còn nguyên như cũ.';
const own = (path: string): Attempt => ({ refused: false, request: () => ({ path }) });
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });
/** With both of the owner's codes, and with its secret for a report of the province that is asked. */
const bySecret = (use: ReportUse, action: string, more: object): [Attempt, Attempt] => [
  foreign(({ reports }) => ({ path: `${api}/reports/${reports[use].code}/${action}`, json: { followUp: reports[use].followUp, ...more } })),
  foreign((owner, at) => ({ path: `${api}/reports/${at.reports[use].code}/${action}`, json: { followUp: owner.reports[use].followUp, ...more } })),
];
const page = '/phan-anh/nhan-tin/xac-nhan';

/** How what comes after the answer is tried: adding, disputing, following, and the feeds. */
export const afterAnswerAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'POST /api/field-reports/reports/:code/add': bySecret('add', 'add', { text: 'Nay nước chảy mạnh hơn.' }),
  'POST /api/field-reports/reports/:code/dispute': [bySecret('dispute', 'dispute', { reason })[0]],
  'POST /api/field-reports/reports/:code/decide': [
    foreign(({ reports }) => ({ path: `${api}/reports/${reports.review.code}/decide`, json: { decision: 'reopen', reason, agency: 'ioc' } })),
  ],
  // The answer is the same whether there is such a report; at the other province nothing comes of it.
  'POST /api/field-reports/reports/:code/send-code': [
    { refused: false, request: ({ reports }) => ({ path: `${api}/reports/${reports.sendCode.code}/send-code`, json: { email: 'cong-dan@vidu.vn' } }) },
  ],
  'GET /api/field-reports/inbox/:code/reactions': [foreign(({ reports }) => ({ path: `${api}/inbox/${reports.review.code}/reactions` }))],
  'POST /api/field-reports/subscriptions': [
    foreign(({ reports }) => ({ path: `${api}/subscriptions`, json: { report: reports.follow.code, email: 'ban@vidu.vn', consent: '2026-11' } })),
    foreign(({ category }) => ({ path: `${api}/subscriptions`, json: { category, email: 'ban@vidu.vn', consent: '2026-11' } })),
  ],
  'POST /api/field-reports/subscriptions/confirm': [foreign(({ afterAnswer }) => ({ path: `${api}/subscriptions/confirm`, json: { token: afterAnswer.confirm } }))],
  'POST /api/field-reports/subscriptions/mine': [foreign(({ afterAnswer }) => ({ path: `${api}/subscriptions/mine`, json: { token: afterAnswer.mine } }))],
  'POST /api/field-reports/subscriptions/end': [foreign(({ afterAnswer }) => ({ path: `${api}/subscriptions/end`, json: { token: afterAnswer.end } }))],
  'GET /api/field-reports/layers/reports': [own(`${api}/layers/reports`)],

  'POST /phan-anh/viec/:code/xem-xet': [
    foreign(({ reports }) => ({ path: `/phan-anh/viec/${reports.reviewOnPage.code}/xem-xet`, method: 'POST', form: { decision: 'uphold', 'review-reason': reason } })),
  ],
  'GET /phan-anh/nhan-tin': [own('/phan-anh/nhan-tin')],
  'POST /phan-anh/nhan-tin': [
    foreign(({ reports }) => ({ path: '/phan-anh/nhan-tin', method: 'POST', as: '', form: { code: reports.follow.code, what: 'report', email: 'ban-khac@vidu.vn', consent: '2026-11', once: 'nhan-tin' } })),
  ],
  [`GET ${page}`]: [own(page)],
  [`POST ${page}`]: [foreign(({ afterAnswer }) => ({ path: page, method: 'POST', form: { ma: afterAnswer.confirmOnPage, do: 'confirm', once: 'xac-nhan' } }))],
  'GET /phan-anh/rss.xml': [own('/phan-anh/rss.xml')],
  'GET /phan-anh/diem.geojson': [own('/phan-anh/diem.geojson')],
};
