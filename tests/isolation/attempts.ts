import { createHmac, hash, randomUUID } from 'node:crypto';
import type { TestRequest } from '@tinhthong/core/testing';
import { accountAttempts } from './account-attempts.ts';
import { clockAttempts } from './clock-attempts.ts';
import { embedAttempts } from './embed-attempts.ts';
import { mediaAttempts } from './media-attempts.ts';
import { notifyAttempts } from './notify-attempts.ts';
import { open311Attempts } from './open311-attempts.ts';
import { afterAnswerAttempts } from './after-answer-attempts.ts';
import { filter, picture, populationsOf, type ReportUse, type Twin } from './twin.ts';

/** A request of one province, made of the values of another (or of its own). */
export type Sent = TestRequest & {
  readonly path: string;
  readonly form?: Readonly<Record<string, string>>;
  /** Default: a person who may do everything in the province that is asked. Empty: nobody. */
  readonly as?: string;
};

/** One way to reach, through one route, for what belongs to `owner`, at the province `at`. */
export interface Attempt {
  /** Whether the owner's values must be refused elsewhere; otherwise the route answers, with nothing of the owner in it. */
  readonly refused: boolean;
  /** The same whoever answers: it has nothing of a province in it, at home neither. */
  readonly common?: true;
  /** Of the owner, what everybody may know wherever they ask. */
  knows?(owner: Twin): string;
  request(owner: Twin, at: Twin): Sent;
}

const api = '/api/field-reports';
const own = (path: string, init: Omit<Sent, 'path'> = {}): Attempt => ({ refused: false, request: () => ({ path, ...init }) });
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });

/** A message of a gateway, signed with the owner's secret. */
const signed = ({ intakeSecret }: Twin, path: string, body: string): Sent => {
  const [id, at] = [hash('sha256', path + intakeSecret + randomUUID(), 'hex').slice(0, 20), String(Math.floor(Date.now() / 1_000))];
  const signature = createHmac('sha256', Buffer.from(intakeSecret.replace('whsec_', ''), 'base64')).update(`${id}.${at}.${body}`).digest('base64');
  return { path, method: 'POST', body, headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': at, 'webhook-signature': `v1,${signature}` }, as: '' };
};

/** A move by staff, of the owner's report. */
const move = (use: ReportUse, json?: object) =>
  foreign(({ reports }) => ({ path: `${api}/reports/${reports[use].code}/${use}`, method: 'POST', ...(json && { json }) }));
/** What reporters do: with both of the owner's codes, and with its secret for a report of the province that is asked. */
const bySecret = (use: ReportUse, more = {}, path: string = use): readonly [Attempt, Attempt] => [
  foreign(({ reports }) => ({ path: `${api}/reports/${reports[use].code}/${path}`, json: { followUp: reports[use].followUp, ...more } })),
  foreign((owner, at) => ({ path: `${api}/reports/${at.reports[use].code}/${path}`, json: { followUp: owner.reports[use].followUp, ...more } })),
];
/** Something done to the owner's webhook. */
const webhook = (path: string, init: Omit<Sent, 'path'> = {}) => foreign(({ webhookId }) => ({ path: `/api/core/webhooks/${webhookId}${path}`, method: 'POST', ...init }));
const page = (use: ReportUse, path: string, form?: Record<string, string>) =>
  foreign(({ reports }) => ({ path: `/phan-anh${path.replace('{code}', reports[use].code)}`, ...(form && { method: 'POST', form }) }));

/** A small square around the owner's commune, sent as whoever has checked it sends it. */
function boundariesOf({ commune, lat, lon, marks }: Twin): Sent {
  const ring = [[-1, -1], [1, -1], [1, 1], [-1, 1], [-1, -1]].map(([x, y]) => [lon + x! / 100, lat + y! / 100]);
  const feature = { type: 'Feature', properties: { code: commune }, geometry: { type: 'Polygon', coordinates: [ring] } };
  const body = JSON.stringify({ type: 'FeatureCollection', features: [feature] });
  const checked = hash('sha256', body, 'hex').slice(0, 16);
  return { path: `/api/core/boundaries?validFrom=2025-07-01&source=${marks[0]}&dryRun=false&checked=${checked}`, method: 'PUT', headers: { 'content-type': 'application/geo+json' }, body };
}

/**
 * How each route of a province is tried, by method and path, in an order in which all of it works at home. The first
 * attempt of each is a whole and valid request at home.
 */
export const attempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'GET /': [own('/')],
  'GET /assets/:file': [own('/assets/brand.khac.css')],
  'GET /manifest.webmanifest': [own('/manifest.webmanifest?lang=vi')],
  'GET /sw.js': [own('/sw.js?lang=vi', { as: '' })],
  'GET /ngoai-tuyen': [own('/ngoai-tuyen')],
  'GET /tim-kiem': [own('/tim-kiem?q=duong'), own('/tim-kiem')],
  'GET /gioi-thieu': [own('/gioi-thieu')],
  'GET /kha-nang-tiep-can': [own('/kha-nang-tiep-can')],
  'GET /dang-nhap': [own('/dang-nhap')],
  'POST /dang-nhap': [foreign(({ email, password }) => ({ path: '/dang-nhap', method: 'POST', form: { email, password, next: '/' } }))],
  'POST /dang-xuat': [{ refused: false, request: ({ spare }) => ({ path: '/dang-xuat', method: 'POST', form: {}, as: spare[0] }) }],
  'GET /api/openapi.json': [own('/api/openapi.json')],
  'GET /api/files/:id': [foreign(({ link }) => ({ path: link }))],
  'GET /api/events/stream': [own('/api/events/stream?since=0')],
  'GET /api/only-in-hue/things': [foreign(() => ({ path: '/api/only-in-hue/things' }))],
  'GET /api/only-in-hue/layers/rivers': [foreign(() => ({ path: '/api/only-in-hue/layers/rivers' }))],

  'GET /api/auth/get-session': [{ refused: false, request: ({ staff }) => ({ path: '/api/auth/get-session', as: staff }) }],
  'POST /api/auth/sign-in/email': [foreign(({ email, password }) => ({ path: '/api/auth/sign-in/email', json: { email, password } }))],
  'POST /api/auth/sign-out': [{ refused: false, request: ({ spare }) => ({ path: '/api/auth/sign-out', method: 'POST', as: spare[1] }) }],
  'POST /api/auth/change-password': [
    foreign(({ password, people }) => ({
      path: '/api/auth/change-password',
      json: { currentPassword: password, newPassword: password },
      as: people.many[0],
    })),
  ],
  ...accountAttempts,
  ...embedAttempts,
  ...notifyAttempts,

  'GET /api/core/me': [own('/api/core/me')],
  'GET /api/core/communes': [own('/api/core/communes')],
  'GET /api/core/agencies': [own('/api/core/agencies')],
  'GET /api/core/notices': [own('/api/core/notices')],
  'PUT /api/core/boundaries': [foreign(boundariesOf)],
  'GET /api/core/boundaries': [own('/api/core/boundaries')],
  'GET /api/core/boundaries/versions': [own('/api/core/boundaries/versions')],
  'GET /api/core/layers': [own('/api/core/layers')],
  'GET /api/core/modules': [own('/api/core/modules')],
  'PUT /api/core/modules/:id/settings': [{ refused: false, request: (_, { site }) => ({ path: '/api/core/modules/field-reports/settings', method: 'PUT', json: { reopenDays: 20, identicalMinutes: 0, populations: populationsOf(site) } }) }],
  'POST /api/core/modules/:id/enable': [own('/api/core/modules/field-reports/enable', { method: 'POST' })],
  'POST /api/core/modules/:id/disable': [own('/api/core/modules/only-in-hue/disable', { method: 'POST' })],
  'GET /api/core/keys': [own('/api/core/keys')],
  'POST /api/core/keys': [own('/api/core/keys', { json: { name: 'khóa mới', scopes: ['report:read'] } })],
  'DELETE /api/core/keys/:id': [foreign(({ keyId }) => ({ path: `/api/core/keys/${keyId}`, method: 'DELETE' }))],
  'GET /api/core/tasks/dead': [own('/api/core/tasks/dead')],
  'POST /api/core/tasks/:id/revive': [foreign(({ deadTask }) => ({ path: `/api/core/tasks/${deadTask}/revive`, method: 'POST' }))],

  'GET /api/core/audit': [foreign(({ cursors }) => ({ path: `/api/core/audit?limit=1&cursor=${cursors.audit}` })), own('/api/core/audit?limit=200')],
  'GET /api/core/modules/:id/secrets': [own('/api/core/modules/only-in-hue/secrets')],
  'PUT /api/core/modules/:id/secrets/:name': [own('/api/core/modules/only-in-hue/secrets/token', { method: 'PUT', json: { value: 'mã mới' } })],
  'DELETE /api/core/modules/:id/secrets/:name': [own('/api/core/modules/only-in-hue/secrets/token', { method: 'DELETE' })],
  'GET /api/core/personal-data/register': [own('/api/core/personal-data/register')],
  'GET /api/core/personal-data/requests': [own('/api/core/personal-data/requests')],
  'POST /api/core/personal-data/requests': [foreign(({ account }) => ({ path: '/api/core/personal-data/requests', json: { kind: 'export', account } }))],
  'POST /api/core/personal-data/requests/:id/export': [
    foreign(({ privacyRequest }) => ({ path: `/api/core/personal-data/requests/${privacyRequest}/export`, method: 'POST' })),
  ],
  'GET /api/core/personal-data/retention': [own('/api/core/personal-data/retention')],
  'PUT /api/core/personal-data/retention/:module/:rule': [
    own('/api/core/personal-data/retention/field-reports/texts', { method: 'PUT', json: { keep: 'P30M' } }),
  ],

  'GET /api/core/webhooks': [own('/api/core/webhooks')],
  'POST /api/core/webhooks': [own('/api/core/webhooks', { json: { url: 'https://203.162.4.191/khac', description: 'Cổng dữ liệu khác', state: 'off' } })],
  'PATCH /api/core/webhooks/:id': [webhook('', { method: 'PATCH', json: { description: 'Của tôi' } })],
  'POST /api/core/webhooks/:id/rotate': [webhook('/rotate')],
  'POST /api/core/webhooks/:id/ping': [webhook('/ping')],
  'GET /api/core/webhooks/:id/deliveries': [
    webhook('/deliveries', { method: 'GET' }),
    foreign((owner, at) => ({ path: `/api/core/webhooks/${at.webhookId}/deliveries?limit=1&cursor=${owner.cursors.deliveries}` })),
  ],
  'POST /api/core/webhooks/:id/deliveries/:delivery/resend': [
    foreign(({ webhookId, delivery }) => ({ path: `/api/core/webhooks/${webhookId}/deliveries/${delivery}/resend`, method: 'POST' })),
    foreign((owner, at) => ({ path: `/api/core/webhooks/${at.webhookId}/deliveries/${owner.delivery}/resend`, method: 'POST' })),
  ],
  'POST /api/core/webhooks/:id/resend': [webhook('/resend', { json: { since: new Date(Date.now() - 3_600_000).toISOString() } })],
  'DELETE /api/core/webhooks/:id': [webhook('', { method: 'DELETE' })],

  'GET /api/field-reports/categories': [own(`${api}/categories`)],
  'GET /api/field-reports/figures': [own(`${api}/figures`)],
  'GET /api/field-reports/figures.csv': [own(`${api}/figures.csv`)],
  'GET /api/field-reports/figures.xlsx': [own(`${api}/figures.xlsx`)],
  'POST /api/field-reports/figures/corrections': [own(`${api}/figures/corrections`, { json: { period: '2025', reason: 'Nhập bổ sung phản ánh giấy.' } })],
  'GET /api/field-reports/figures/by/:face': [own(`${api}/figures/by/commune`)],
  'GET /api/field-reports/figures/digest': [own(`${api}/figures/digest`)],
  'GET /api/field-reports/hot-spots': [own(`${api}/hot-spots`)],
  'GET /api/field-reports/layers/hot-spots': [own(`${api}/layers/hot-spots`)],
  'GET /api/field-reports/layers/hot-spots-for-staff': [own(`${api}/layers/hot-spots-for-staff`)],
  'GET /api/field-reports/inbox.csv': [own(`${api}/inbox.csv`)],
  'GET /api/field-reports/inbox.xlsx': [own(`${api}/inbox.xlsx?status=submitted`)],
  'GET /api/field-reports/reports': [
    foreign(({ cursors }) => ({ path: `${api}/reports?${filter}&limit=1&cursor=${cursors.filteredList}` })),
    own(`${api}/reports?limit=100`),
  ],
  'GET /api/field-reports/reports/:code': [foreign(({ reports }) => ({ path: `${api}/reports/${reports.follow.code}` }))],
  'POST /api/field-reports/reports/:code/follow': bySecret('follow'),
  'GET /api/field-reports/inbox': [
    foreign(({ cursors }) => ({ path: `${api}/inbox?status=submitted&category=road-damage&limit=1&cursor=${cursors.filteredInbox}` })),
    own(`${api}/inbox?limit=100`),
  ],
  'GET /api/field-reports/inbox/:code': [foreign(({ reports }) => ({ path: `${api}/inbox/${reports.follow.code}` }))],
  'POST /api/field-reports/suggest': [own(`${api}/suggest`, { json: { text: 'Ổ gà lớn trước cổng trường.' } })],
  'POST /api/field-reports/inbox/suggest': [
    own(`${api}/inbox/suggest`, { json: { text: 'Ổ gà lớn trước cổng trường.' } }),
    { refused: false, request: ({ commune, lat, lon }) => ({ path: `${api}/inbox/suggest`, json: { text: 'Ổ gà lớn trước cổng trường.', commune, lat, lon } }) },
  ],
  'GET /api/field-reports/inbox/:code/suggestions': [foreign(({ reports }) => ({ path: `${api}/inbox/${reports.follow.code}/suggestions` }))],
  'GET /api/field-reports/suggestions/figures': [own(`${api}/suggestions/figures`)],
  'POST /api/field-reports/photos': [own(`${api}/photos`, { method: 'POST', headers: { 'content-type': 'image/png' }, body: picture })],
  'POST /api/field-reports/reports': [
    foreign(({ pendingPhoto }, { commune }) => ({
      path: `${api}/reports`,
      json: {
        category: 'road-damage', commune, description: 'Ổ gà lớn trước cổng trường.', address: '1 Lê Lợi', channel: 'app', photos: [pendingPhoto],
        contact: { name: 'Nguyễn Văn An', phone: '0905123456', email: 'an@vidu.vn', consent: '2026-11' },
      },
    })),
    foreign((owner) => ({ path: `${api}/reports`, json: { category: 'road-damage', commune: owner.commune, description: 'Ổ gà lớn trước cổng trường.' } })),
    foreign((owner) => ({ path: `${api}/reports`, json: { category: 'road-damage', lat: owner.lat, lon: owner.lon, description: 'Ổ gà lớn trước cổng trường.' } })),
    foreign((owner, at) => ({ path: `${api}/reports`, json: { category: owner.category, commune: at.commune, description: 'Ổ gà lớn trước cổng trường.' } })),
  ],
  'POST /api/field-reports/reports/similar': [
    { refused: false, request: (_, { commune }) => ({ path: `${api}/reports/similar`, json: { category: 'road-damage', commune, text: 'Ổ gà lớn trước cổng trường.' } }) },
  ],
  'POST /api/field-reports/reports/:code/join': [move('join', { remark: 'Tôi cũng gặp.' })],
  'POST /api/field-reports/reports/:code/leave': [bySecret('leave')[0], bySecret('leaveToo', {}, 'leave')[1]],
  'POST /api/field-reports/reports/:code/merge': [
    foreign(({ reports }) => ({ path: `${api}/reports/${reports.merge.code}/merge`, json: { into: reports.follow.code } })),
    foreign((owner, at) => ({ path: `${api}/reports/${at.reports.mergeToo.code}/merge`, json: { into: owner.reports.follow.code } })),
  ],
  'POST /api/field-reports/reports/:code/unmerge': [foreign(({ reports }) => ({ path: `${api}/reports/${reports.unmerge.code}/unmerge`, method: 'POST' }))],
  'POST /api/field-reports/intake/reports': [
    foreign(({ items }, { commune }) => ({ path: `${api}/intake/reports`, json: { category: 'road-damage', commune, description: 'Dân gọi báo cống nghẹt.', contact: { name: 'Nguyễn Văn An', consent: '2026-11' }, item: items.enter } })),
    foreign((owner) => ({ path: `${api}/intake/reports`, json: { category: 'road-damage', commune: owner.commune, description: 'Dân gọi báo cống nghẹt.' } })),
  ],
  'POST /api/field-reports/intake/drafts': [own(`${api}/intake/drafts`, { json: { description: 'Dân gọi, máy bị ngắt.' } })],
  'GET /api/field-reports/intake/waiting': [
    foreign(({ cursors }) => ({ path: `${api}/intake/waiting?limit=1&cursor=${cursors.intake}` })),
    own(`${api}/intake/waiting?limit=100`),
  ],
  'GET /api/field-reports/intake/waiting/:id': [foreign(({ items }) => ({ path: `${api}/intake/waiting/${items.read}` }))],
  'PUT /api/field-reports/intake/waiting/:id': [foreign(({ items }) => ({ path: `${api}/intake/waiting/${items.read}`, method: 'PUT', json: { description: 'Gọi lại được rồi.' } }))],
  'POST /api/field-reports/intake/waiting/:id/sender': [
    foreign(({ items }) => ({ path: `${api}/intake/waiting/${items.read}/sender`, json: { purpose: 'Gọi lại để hỏi thêm.' } })),
  ],
  'POST /api/field-reports/intake/waiting/:id/discard': [foreign(({ items }) => ({ path: `${api}/intake/waiting/${items.discard}/discard`, json: { reason: 'Tin quảng cáo.' } }))],
  'POST /api/field-reports/intake/messages': [foreign((owner) => signed(owner, `${api}/intake/messages`, JSON.stringify({ channel: 'sms', text: 'Đèn đường tắt ba đêm liền.' })))],
  'POST /api/field-reports/intake/emails': [foreign((owner) => signed(owner, `${api}/intake/emails`, 'From: dan@vi-du.example\r\nSubject: Cong nghet\r\n\r\nCong nghet truoc nha so 5.\r\n'))],
  'POST /api/field-reports/reports/:code/accept': [move('accept')],
  'POST /api/field-reports/reports/:code/reject': [move('reject', { reason: 'Không thuộc thẩm quyền.' })],
  'POST /api/field-reports/reports/:code/assign': [move('assign', { agency: 'so-xay-dung' })],
  'GET /api/field-reports/routing': [own(`${api}/routing`)],
  'POST /api/field-reports/routing/replay': [foreign(({ commune }) => ({ path: `${api}/routing/replay`, json: { rules: [{ communes: [commune], lead: 'ioc' }] } }))],
  'PUT /api/field-reports/routing': [
    foreign(({ commune }) => ({ path: `${api}/routing`, method: 'PUT', json: { version: 1, rules: [{ communes: [commune], lead: 'so-xay-dung' }, { lead: 'so-xay-dung' }] } })),
  ],
  'GET /api/field-reports/contributions': [own(`${api}/contributions`)],
  'POST /api/field-reports/reports/:code/contribute': [move('contribute', { text: 'Đã phân luồng giao thông.' })],
  'POST /api/field-reports/reports/:code/refuse': [move('refuse', { reason: 'Không thuộc thẩm quyền.', proposed: 'ioc' })],
  'POST /api/field-reports/reports/:code/start': [move('start')],
  'POST /api/field-reports/reports/:code/answer': [
    foreign(({ reports, answerPhoto }) => ({ path: `${api}/reports/${reports.answer.code}/answer`, json: { answer: 'Đã vá xong mặt đường.', photos: [answerPhoto] } })),
  ],
  'POST /api/field-reports/reports/:code/close': [move('close')],
  'POST /api/field-reports/reports/:code/reporter': [move('reporter', { purpose: 'Gọi lại để hỏi thêm.' })],
  'POST /api/field-reports/reports/:code/rate': bySecret('rate', { rating: 'satisfied' }),
  'POST /api/field-reports/reports/:code/reopen': [bySecret('reopen', { reason: 'Chưa xong.' })[0]],
  ...afterAnswerAttempts,
  'POST /api/field-reports/reports/:code/withdraw': [bySecret('withdraw')[0]],

  ...clockAttempts,
  ...mediaAttempts,
  ...open311Attempts,

  'GET /phan-anh': [foreign(({ cursors }) => ({ path: `/phan-anh?cursor=${cursors.list}` })), own('/phan-anh')],
  'GET /phan-anh/ban-do': [own('/phan-anh/ban-do')],
  'GET /phan-anh/so-lieu': [own('/phan-anh/so-lieu')],
  'GET /phan-anh/so-lieu/hom-qua': [own('/phan-anh/so-lieu/hom-qua')],
  'GET /phan-anh/so-lieu/don-vi': [own('/phan-anh/so-lieu/don-vi?by=commune')],
  'GET /phan-anh/so-lieu/diem-nong': [own('/phan-anh/so-lieu/diem-nong')],
  'GET /phan-anh/goi-y': [own('/phan-anh/goi-y')],
  'POST /phan-anh/viec/:code/goi-y/:kind': [page('follow', '/viec/{code}/goi-y/urgency', { suggested: 'immediate' })],
  'GET /phan-anh/gui': [own('/phan-anh/gui')],
  'POST /phan-anh/gui': [
    foreign(({ photoToken }, { commune }) => ({
      path: '/phan-anh/gui',
      method: 'POST',
      form: { category: 'road-damage', description: 'Ổ gà lớn trước cổng trường.', commune, photo: photoToken, once: 'mot-lan' },
    })),
  ],
  'GET /phan-anh/tiep-nhan': [foreign(({ cursors }) => ({ path: `/phan-anh/tiep-nhan?cursor=${cursors.intake}` })), own('/phan-anh/tiep-nhan')],
  'GET /phan-anh/tiep-nhan/moi': [own('/phan-anh/tiep-nhan/moi')],
  'POST /phan-anh/tiep-nhan/moi': [own('/phan-anh/tiep-nhan/moi', { method: 'POST', form: { do: 'draft', description: 'Dân gọi, máy bị ngắt.' } })],
  'GET /phan-anh/tiep-nhan/:id': [foreign(({ items }) => ({ path: `/phan-anh/tiep-nhan/${items.read}` }))],
  'POST /phan-anh/tiep-nhan/:id': [foreign(({ items }) => ({ path: `/phan-anh/tiep-nhan/${items.read}`, method: 'POST', form: { do: 'draft', description: 'Gọi lại được rồi.' } }))],
  'GET /phan-anh/theo-doi': [own('/phan-anh/theo-doi')],
  'POST /phan-anh/theo-doi': [
    foreign(({ reports: { follow } }) => ({ path: '/phan-anh/theo-doi', method: 'POST', form: { ...follow, once: 'mot-lan' } })),
  ],
  'GET /phan-anh/viec': [foreign(({ cursors }) => ({ path: `/phan-anh/viec?cursor=${cursors.inbox}` })), own('/phan-anh/viec')],
  'GET /phan-anh/viec/:code': [page('follow', '/viec/{code}')],
  'POST /phan-anh/viec/:code/contribute': [page('contribute', '/viec/{code}/contribute', { text: 'Đã phân luồng giao thông.' })],
  'POST /phan-anh/viec/:code/:move': [page('acceptOnPage', '/viec/{code}/accept', {})],
  'GET /phan-anh/:code/cung-viec': [page('join', '/{code}/cung-viec')],
  'POST /phan-anh/:code/cung-viec': [page('join', '/{code}/cung-viec', { remark: 'Tôi cũng gặp.' })],
  'GET /phan-anh/:code': [page('follow', '/{code}')],
};
