import type { Attempt, Sent } from './attempts.ts';
import { browser } from './told.ts';

const own = (path: string, init: Omit<Sent, 'path'> = {}): Attempt => ({ refused: false, request: () => ({ path, ...init }) });
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });

/** How the routes about telling people are tried, in an order in which all of it works at home. */
export const notifyAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'GET /api/core/me/preferences': [own('/api/core/me/preferences')],
  'GET /api/core/me/push-subscriptions': [own('/api/core/me/push-subscriptions')],
  'POST /api/core/me/push-subscriptions': [own('/api/core/me/push-subscriptions', { json: browser('moi') })],
  'DELETE /api/core/me/push-subscriptions/:id': [foreign(({ told }) => ({ path: `/api/core/me/push-subscriptions/${told.subscription}`, method: 'DELETE' }))],
  'PUT /api/core/me/preferences': [
    own('/api/core/me/preferences', { method: 'PUT', json: { language: 'en', items: [{ kind: 'field-reports/report-closed', channel: 'email', choice: 'daily' }] } }),
  ],
  'GET /tai-khoan/bao-tin': [own('/tai-khoan/bao-tin')],
  'POST /tai-khoan/bao-tin': [own('/tai-khoan/bao-tin', { method: 'POST', form: { from: '22:00', until: '06:00', language: 'vi' } })],
  'GET /api/core/channels': [own('/api/core/channels')],
  'POST /api/core/channels/:channel/test': [own('/api/core/channels/email/test', { method: 'POST' })],
  'PUT /api/core/channels/:channel': [own('/api/core/channels/chat', { method: 'PUT', json: { on: false, config: { caps: { personHour: 3 } }, secrets: { token: 'mã mới' } } })],
  'GET /api/core/messages': [
    foreign(({ cursors }) => ({ path: `/api/core/messages?limit=1&cursor=${cursors.messages}` })),
    own('/api/core/messages?limit=100'),
  ],
  'POST /api/core/messages/:id/resend': [foreign(({ told }) => ({ path: `/api/core/messages/${told.dead}/resend`, method: 'POST' }))],
  'GET /ngung-nhan': [foreign(({ told }) => ({ path: told.unsubscribe, as: '' }))],
  'POST /ngung-nhan': [foreign(({ told }) => ({ path: told.unsubscribe, method: 'POST', form: {}, as: '' }))],
  'POST /api/core/receipts/:driver': [
    foreign(({ told }) => ({ path: `/api/core/receipts/email?secret=${told.receiptSecret}`, json: { id: told.sent, state: 'delivered' }, as: '' })),
  ],
};
