import type { Attempt, Sent } from './attempts.ts';
import { origin, type People } from './people.ts';
import type { Twin } from './twin.ts';

type Rest = Omit<Sent, 'path'>;
const own = (path: string, init: Rest = {}): Attempt => ({ refused: false, request: () => ({ path, ...init }) });
const foreign = (request: Attempt['request']): Attempt => ({ refused: true, request });
/** Anybody may ask; what comes of it stays in the province that was asked. */
const open = (path: string, init: Rest): Attempt => ({ refused: false, request: () => ({ path, as: '', ...init }) });
/** With a session of the owner's. */
const as = (session: (people: People, owner: Twin) => string, path: string, init: (owner: Twin) => Rest = () => ({ method: 'POST' })) =>
  foreign((owner) => ({ path, ...init(owner), as: session(owner.people, owner) }));
/** With a secret that the owner's province gave out, and no session. */
const secret = (path: string, init: (people: People, owner: Twin) => Rest) => foreign((owner) => ({ path, as: '', ...init(owner.people, owner) }));
/** Something that staff do to what is the owner's. */
const manage = (path: (people: People, owner: Twin) => string, init: Rest = { method: 'POST' }) => foreign((owner) => ({ path: path(owner.people, owner), ...init }));
const staff = (_: People, owner: Twin) => owner.staff;
const form = (fields: (people: People, owner: Twin) => Record<string, string>) => (owner: Twin) => ({ method: 'POST', form: fields(owner.people, owner) });
const provider = ({ category }: Twin) => category;

/** How the routes about accounts are tried, in an order in which all of it works at home. */
export const accountAttempts: Readonly<Record<string, readonly [Attempt, ...Attempt[]]>> = {
  'POST /api/auth/confirm': [as(staff, '/api/auth/confirm', ({ password }) => ({ json: { password } }))],
  'GET /api/auth/sessions': [own('/api/auth/sessions'), as(staff, '/api/auth/sessions', () => ({}))],
  'DELETE /api/auth/sessions/:id': [manage(({ ownSessions }) => `/api/auth/sessions/${ownSessions[0]}`, { method: 'DELETE' })],
  'POST /api/auth/end-other-sessions': [as(({ many }) => many[0], '/api/auth/end-other-sessions')],
  'POST /api/auth/second-factor/enrol': [as(({ plain }) => plain[0], '/api/auth/second-factor/enrol')],
  'POST /api/auth/second-factor/begin': [as(({ begun }) => begun[0]!.session, '/api/auth/second-factor/begin', ({ people }) => ({ json: { code: people.begun[0]!.code } }))],
  'POST /api/auth/second-factor/show': [as(({ guarded }) => guarded.half[0], '/api/auth/second-factor/show', ({ people }) => ({ json: { code: people.guarded.backupCodes[0]! } }))],
  'GET /dang-nhap/ma': [as(({ guarded }) => guarded.half[1], '/dang-nhap/ma', () => ({}))],
  'POST /dang-nhap/ma': [as(({ guarded }) => guarded.half[1], '/dang-nhap/ma', form(({ guarded }) => ({ code: guarded.backupCodes[1]! })))],
  'POST /api/auth/second-factor/backup-codes': [as(({ guarded }) => guarded.session, '/api/auth/second-factor/backup-codes')],

  'POST /api/auth/invitations/read': [secret('/api/auth/invitations/read', ({ invitations }) => ({ json: { token: invitations[0]!.token } }))],
  'POST /api/auth/invitations/accept': [
    secret('/api/auth/invitations/accept', ({ invitations }) => ({ json: { token: invitations[0]!.token, name: 'Người Mới', password: 'mat-khau-moi-toanh' } })),
  ],
  'GET /loi-moi': [own('/loi-moi')],
  'POST /loi-moi': [
    secret('/loi-moi', ({ invitations }) => ({ method: 'POST', form: { ma: invitations[1]!.token, name: 'Người Mới', password: 'mat-khau-moi-toanh' } })),
    secret('/loi-moi', ({ invitations }) => ({ method: 'POST', form: { ma: invitations[3]!.token } })),
  ],
  'POST /api/auth/password-reset': [open('/api/auth/password-reset', { json: { email: 'can-bo@vidu.vn' } })],
  'GET /quen-mat-khau': [own('/quen-mat-khau')],
  'POST /quen-mat-khau': [open('/quen-mat-khau', { method: 'POST', form: { email: 'dong-nghiep@vidu.vn' } })],
  'POST /api/auth/password-reset/finish': [secret('/api/auth/password-reset/finish', ({ resets }) => ({ json: { token: resets[0], password: 'mat-khau-moi-toanh' } }))],
  'GET /dat-lai-mat-khau': [own('/dat-lai-mat-khau')],
  'POST /dat-lai-mat-khau': [secret('/dat-lai-mat-khau', ({ resets }) => ({ method: 'POST', form: { ma: resets[1], password: 'mat-khau-moi-toanh' } }))],
  'POST /api/auth/email-change': [as(({ plain }) => plain[1], '/api/auth/email-change', () => ({ json: { email: 'dia-chi-khac@vidu.vn' } }))],
  'POST /api/auth/email-change/finish': [secret('/api/auth/email-change/finish', ({ emailChanges }) => ({ json: { token: emailChanges[0] } }))],
  'GET /doi-email': [own('/doi-email')],
  'POST /doi-email': [secret('/doi-email', ({ emailChanges }) => ({ method: 'POST', form: { ma: emailChanges[1] } }))],

  'POST /api/auth/phone/code': [open('/api/auth/phone/code', { json: { phone: '0905999999' } })],
  'POST /api/auth/phone/sign-in': [secret('/api/auth/phone/sign-in', ({ phoneCodes }) => ({ json: phoneCodes[0] }))],
  'GET /dang-nhap/dien-thoai': [own('/dang-nhap/dien-thoai')],
  'POST /dang-nhap/dien-thoai': [open('/dang-nhap/dien-thoai', { method: 'POST', form: { phone: '0905888888' } })],
  'POST /dang-nhap/dien-thoai/ma': [secret('/dang-nhap/dien-thoai/ma', ({ phoneCodes }) => ({ method: 'POST', form: { ...phoneCodes[1]! } }))],

  'GET /api/auth/providers': [own('/api/auth/providers')],
  'POST /api/auth/providers/:provider/leave': [foreign((owner) => ({ path: `/api/auth/providers/${provider(owner)}/leave`, json: {}, as: '' }))],
  'GET /dang-nhap/noi-xac-thuc/:provider': [foreign((owner) => ({ path: `/dang-nhap/noi-xac-thuc/${provider(owner)}`, as: '' }))],
  'POST /api/auth/providers/:provider/sign-out': [foreign((owner) => ({ path: `/api/auth/providers/${provider(owner)}/sign-out`, method: 'POST', as: '' }))],
  'POST /api/auth/providers/:provider/unlink': [foreign((owner) => ({ path: `/api/auth/providers/${provider(owner)}/unlink`, method: 'POST', as: owner.people.many[0] }))],
  'GET /api/auth/providers/:provider/return': [foreign(({ people: { back } }) => ({ path: back.path, headers: { cookie: back.cookie }, as: '' }))],

  'GET /api/auth/my-data': [as(({ citizens }) => citizens[0], '/api/auth/my-data', () => ({}))],
  'POST /api/auth/erase-account': [as(({ citizens }) => citizens[1], '/api/auth/erase-account')],

  'GET /tai-khoan': [own('/tai-khoan'), as(staff, '/tai-khoan', () => ({}))],
  'POST /tai-khoan/xac-nhan': [as(staff, '/tai-khoan/xac-nhan', form((_, { password }) => ({ shown: password })))],
  'POST /tai-khoan/ket-thuc-phien': [foreign(({ people }) => ({ path: '/tai-khoan/ket-thuc-phien', method: 'POST', form: { session: people.ownSessions[1] } }))],
  'POST /tai-khoan/ket-thuc-phien-khac': [as(({ many }) => many[1], '/tai-khoan/ket-thuc-phien-khac', form(() => ({})))],
  'POST /tai-khoan/doi-mat-khau': [as(({ many }) => many[1], '/tai-khoan/doi-mat-khau', form((_, { password }) => ({ current: password, fresh: 'mat-khau-moi-toanh' })))],
  'POST /tai-khoan/bat-buoc-hai': [as(({ plain }) => plain[1], '/tai-khoan/bat-buoc-hai', form(() => ({})))],
  'POST /tai-khoan/ma-dau-tien': [as(({ begun }) => begun[1]!.session, '/tai-khoan/ma-dau-tien', form(({ begun }) => ({ code: begun[1]!.code })))],
  'POST /tai-khoan/ma-du-phong': [as(({ guarded }) => guarded.session, '/tai-khoan/ma-du-phong', form(() => ({})))],
  'POST /tai-khoan/tat-buoc-hai': [as(({ guarded }) => guarded.session, '/tai-khoan/tat-buoc-hai', form((_, { password }) => ({ password })))],
  'POST /tai-khoan/lien-ket': [as(({ plain }) => plain[1], '/tai-khoan/lien-ket', form((_, owner) => ({ provider: provider(owner) })))],
  'POST /tai-khoan/bo-lien-ket': [as(({ many }) => many[1], '/tai-khoan/bo-lien-ket', form((_, owner) => ({ provider: provider(owner) })))],
  'POST /tai-khoan/doi-email': [as(({ plain }) => plain[1], '/tai-khoan/doi-email', form(() => ({ email: 'mot-dia-chi-nua@vidu.vn' })))],
  'POST /tai-khoan/xoa': [as(({ citizens }) => citizens[0], '/tai-khoan/xoa', form(() => ({ sure: 'yes' })))],
  'POST /api/auth/second-factor/disable': [as(({ guarded }) => guarded.session, '/api/auth/second-factor/disable', ({ password }) => ({ json: { password } }))],

  'GET /api/core/members': [own('/api/core/members')],
  'PUT /api/core/members/:account': [manage(({ colleague }) => `/api/core/members/${colleague.account}`, { method: 'PUT', json: { roles: ['officer', 'agent'] } })],
  'POST /api/core/members/:account/remove-second-factor': [manage(({ colleague }) => `/api/core/members/${colleague.account}/remove-second-factor`)],
  'POST /api/core/members/:account/sign-out': [manage(({ colleague }) => `/api/core/members/${colleague.account}/sign-out`)],
  'POST /api/core/members/:account/disable': [manage(({ colleague }) => `/api/core/members/${colleague.account}/disable`)],
  'POST /api/core/members/:account/enable': [manage(({ colleague }) => `/api/core/members/${colleague.account}/enable`)],
  'GET /api/core/invitations': [own('/api/core/invitations')],
  'POST /api/core/invitations': [own('/api/core/invitations', { json: { email: 'ai-do@vidu.vn', name: 'Ai Đó', roles: ['officer'] } })],
  'DELETE /api/core/invitations/:id': [manage(({ invitations }) => `/api/core/invitations/${invitations[2]!.id}`, { method: 'DELETE' })],
  'GET /api/core/roles': [own('/api/core/roles')],
  'PUT /api/core/roles/:id': [own('/api/core/roles/vai-tro-moi', { method: 'PUT', json: { title: { vi: 'Mới', en: 'New' }, grants: [{ permission: 'notice:read' }] } })],
  'DELETE /api/core/roles/:id': [manage((_, owner) => `/api/core/roles/${owner.category}`, { method: 'DELETE' })],
  'GET /api/core/access-policy': [as(staff, '/api/core/access-policy', () => ({}))],
  'PUT /api/core/access-policy': [own('/api/core/access-policy', { method: 'PUT', json: { operatorVisits: true, phoneSignIn: false } })],
  'GET /api/core/sign-in-providers': [own('/api/core/sign-in-providers')],
  'PUT /api/core/sign-in-providers/:id': [
    own('/api/core/sign-in-providers/noi-moi', { method: 'PUT', json: { title: { vi: 'Nơi mới' }, issuer: 'https://idp.example', clientId: 'a', clientSecret: 'b', claims: [{ claim: 'groups', value: 'x', roles: ['officer'] }] } }),
  ],
  'DELETE /api/core/sign-in-providers/:id': [manage((_, owner) => `/api/core/sign-in-providers/${provider(owner)}`, { method: 'DELETE' })],
  'GET /api/core/operator-visits': [own('/api/core/operator-visits')],
  'POST /api/core/operator-visits/:id/end': [manage(({ visit }) => `/api/core/operator-visits/${visit}/end`)],
  'GET /api/embed/check': [
    // It answers everybody, and says whether the key is one of the province that is asked.
    { refused: false, request: ({ people }) => ({ path: `/api/embed/check?key=${people.embedKey}&origin=${origin}`, as: '' }) },
    foreign(({ people }) => ({ path: `/api/field-reports/categories?key=${people.embedKey}`, headers: { origin }, as: '' })),
  ],
  'GET /api/core/embed-keys': [own('/api/core/embed-keys')],
  'POST /api/core/embed-keys': [own('/api/core/embed-keys', { json: { name: 'trang khác', origins: [origin] } })],
  'PUT /api/core/embed-keys/:key/origins': [manage(({ embedKey }) => `/api/core/embed-keys/${embedKey}/origins`, { method: 'PUT', json: { origins: [origin] } })],
  'DELETE /api/core/embed-keys/:key': [manage(({ embedKey }) => `/api/core/embed-keys/${embedKey}`, { method: 'DELETE' })],
};
